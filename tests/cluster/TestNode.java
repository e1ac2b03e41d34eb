import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.opensearch.analysis.common.CommonAnalysisPlugin;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.transport.Netty4Plugin;

/**
 * A node for tests, in a process of its own so that it can be killed: {@code TestNode FOLDER NUMBER COUNT PORT [NAME=VALUE...]}.
 * Of COUNT nodes on this machine it is the one with this NUMBER, from 1; it listens on PORT and talks to the others on
 * ports from PORT + 100.
 */
final class TestNode extends Node {
    private TestNode(Environment environment) {
        super(environment, List.of(Netty4Plugin.class, CommonAnalysisPlugin.class), true);
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]).toAbsolutePath();
        int number = Integer.parseInt(arguments[1]);
        int count = Integer.parseInt(arguments[2]);
        int port = Integer.parseInt(arguments[3]);
        int first = port - number + 101;
        List<String> names = IntStream.rangeClosed(1, count).mapToObj(n -> "n" + n).toList();
        List<String> seeds = IntStream.range(0, count).mapToObj(n -> "127.0.0.1:" + (first + n)).toList();
        Settings.Builder settings = Settings.builder();
        settings.put("cluster.name", "tracuu-nodes").put("node.name", "n" + number);
        settings.put("path.home", folder.toString());
        settings.put("network.host", "127.0.0.1").put("http.port", port).put("transport.port", port + 100);
        settings.put("transport.type", "netty4").put("http.type", "netty4");
        settings.putList("discovery.seed_hosts", seeds);
        settings.putList("cluster.initial_cluster_manager_nodes", names);
        settings.put("node.store.allow_mmap", false);
        settings.put("cluster.routing.allocation.disk.threshold_enabled", false);
        settings.put("action.auto_create_index", false);
        for (int at = 4; at < arguments.length; at++) {
            int sign = arguments[at].indexOf('=');
            settings.put(arguments[at].substring(0, sign), arguments[at].substring(sign + 1));
        }
        Path config = Files.createDirectories(folder.resolve("config"));
        Environment environment =
            InternalSettingsPreparer.prepareEnvironment(settings.build(), Map.of(), config, () -> "n" + number);
        Node node = new TestNode(environment);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                node.close();
            } catch (java.io.IOException error) {
                throw new java.io.UncheckedIOException(error);
            }
        }));
        node.start();
        Thread.currentThread().join();
    }
}
