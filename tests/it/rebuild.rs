//! A rebuild mends what is damaged, keeps what cannot be read just now, and tells what is lost.

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::PathBuf;

use serde_json::{Value, json};

use crate::reading::pdf;
use crate::support::{Place, as_nobody, in_namespace, left_out};

fn index(place: &Place, arguments: &[&str]) -> (Option<i32>, String) {
    let run = place.run(&[&["index"], arguments].concat());
    (run.code, run.out + &run.err)
}

fn status(place: &Place) -> Value {
    place.run(&["--json", "status"]).json().remove(0)
}

/// A file of the index whose name ends so.
fn part(place: &Place, end: &str) -> PathBuf {
    let files = fs::read_dir(place.path("index")).unwrap().map(|entry| entry.unwrap().path());
    let mut files = files.filter(|path| path.to_string_lossy().ends_with(end) && !path.ends_with("sums.tsv"));
    files.next().unwrap()
}

/// Two roots, of which `m` is gone.
fn parted() -> Place {
    let place = Place::new(&[]);
    for (folder, texts) in [("m", 3), ("d", 1)] {
        fs::create_dir(place.path(folder)).unwrap();
        for number in 0..texts {
            place.write(&format!("{folder}/{number}.txt"), format!("công đoàn {folder} {number}").as_bytes());
        }
    }
    assert_eq!(index(&place, &["m", "d"]).0, Some(0));
    fs::rename(place.path("m"), place.path("away")).unwrap();
    place
}

#[test]
fn a_rebuild_tells_what_is_lost_with_a_damaged_index_and_ends_with_a_sound_one() {
    let flipped = |path: PathBuf| {
        let mut bytes = fs::read(&path).unwrap();
        bytes[30..33].fill(0xff);
        fs::write(&path, bytes).unwrap();
    };
    let longer = |path: PathBuf| fs::write(&path, [fs::read(&path).unwrap(), vec![b'x']].concat()).unwrap();
    let gone = |path: PathBuf| fs::remove_file(path).unwrap();
    let unread =
        |path: PathBuf| fs::write(&path, fs::read_to_string(&path).unwrap().replace("file\t", "file\t?")).unwrap();
    let damages: [(&str, &dyn Fn(PathBuf)); 6] = [
        (".idx", &flipped),
        (".pos", &flipped),
        (".idx", &longer),
        (".store", &gone),
        ("meta.json", &gone),
        (".tsv", &unread),
    ];
    for (end, damage) in damages {
        for is_there in [false, true] {
            let place = parted();
            if is_there {
                fs::create_dir(place.path("m")).unwrap();
            }
            damage(part(&place, end));
            let (code, told) = index(&place, &["--rebuild"]);
            let why = if is_there { "it is empty" } else { "it is not there" };
            let lost = format!("m is left out: {why}: what the index held of it is lost");
            assert!(code == Some(2) && told.contains(&lost) && !told.contains("stays"), "{end} {is_there}: {told}");
            assert!(end == ".tsv" || told.contains("m: the texts of 3 files are lost"), "{end} {is_there}: {told}");
            let run = place.run(&["status", "--check"]);
            assert_eq!(run.code, Some(0), "{end} {is_there}: {}{}", run.out, run.err);
            assert_eq!(status(&place)["documents"], 1, "{end} {is_there}");
            // from then on nothing of it is there to stay
            let (code, told) = index(&place, &[]);
            let nothing = format!("m is left out: {why}: the index holds nothing of it");
            let expected = if is_there { 0 } else { 2 };
            assert!(code == Some(expected) && !told.contains("stays"), "{end} {is_there}: {told}");
            assert_eq!(told.contains(&nothing), !is_there, "{end}: {told}");
            // what is there again is read again
            let _ = fs::remove_dir(place.path("m"));
            fs::rename(place.path("away"), place.path("m")).unwrap();
            let (code, told) = index(&place, &[]);
            assert_eq!((code, status(&place)["documents"].as_u64()), (Some(0), Some(4)), "{told}");
        }
    }
    // a sound one keeps what is gone
    let place = parted();
    let (code, told) = index(&place, &["--rebuild"]);
    assert!(code == Some(2) && told.contains("what the index holds of it stays"), "{told}");
    assert_eq!(status(&place)["documents"], 4);
}

#[test]
fn a_rebuild_tells_of_files_whose_root_is_no_longer_known() {
    let place = parted();
    fs::rename(place.path("away"), place.path("m")).unwrap();
    let list = part(&place, ".tsv");
    let text = fs::read_to_string(&list).unwrap();
    assert!(text.contains("root\tm\t"), "{text}");
    fs::write(&list, text.replacen("root\tm\t", "roop\tm\t", 1)).unwrap();
    let (code, told) = index(&place, &["--rebuild"]);
    assert!(code == Some(2) && told.contains("m: the texts of 3 files are lost"), "{told}");
}

#[test]
fn a_list_of_files_that_is_not_whole_loses_nothing_untold() {
    let place = Place::new(&[]);
    for file in ["a/x.txt", "b/y.txt", "c/z.txt"] {
        fs::create_dir(place.path(&file[..1])).unwrap();
        place.write(file, format!("công đoàn {file}").as_bytes());
    }
    assert_eq!(index(&place, &["a", "b/y.txt", "c"]).0, Some(0));
    assert_eq!(index(&place, &["--forget", "c/z.txt"]).0, Some(0));
    let whole = fs::read_to_string(part(&place, ".tsv")).unwrap();
    let without = |start: &str| -> String {
        whole.lines().filter(|line| !line.starts_with(start)).map(|line| format!("{line}\n")).collect()
    };
    let root = whole.find("root\tb").unwrap();
    let cut = whole[..whole[root..].find("/b\t").unwrap() + root].to_owned();
    let first = format!("{}\n", whole.lines().next().unwrap());
    let of_b = whole.lines().filter(|line| !line.contains("\tb")).map(|line| format!("{line}\n")).collect();
    for list in [first, cut, of_b, without("named\t")] {
        let (code, told) = damaged(&place, &list);
        assert!(code == Some(2) && told.contains(" b: the text of 1 file is lost"), "{list}\n{told}");
    }
    // what was left out on purpose may be read again, but not in silence
    let (code, told) = damaged(&place, &without("forgotten\t"));
    assert!(code == Some(2) && told.contains("list of files was not whole"), "{told}");
}

/// A rebuild of what another index with this list of files holds.
fn damaged(place: &Place, list: &str) -> (Option<i32>, String) {
    fs::remove_dir_all(place.path("index")).unwrap();
    assert_eq!(index(place, &["a", "b/y.txt", "c"]).0, Some(0));
    assert_eq!(index(place, &["--forget", "c/z.txt"]).0, Some(0));
    fs::write(part(place, ".tsv"), list).unwrap();
    index(place, &["--rebuild"])
}

#[test]
fn a_rebuild_of_a_damaged_index_tells_of_a_disk_that_is_gone() {
    let place = Place::new(&[]);
    let script = "index() { $TRACUU index \"$@\" > out 2> told; }
        mkdir m r r/usb && mount -t tmpfs none m && mount -t tmpfs none r/usb && echo lao động > r/x.txt || exit 3
        for n in 1 2 3; do echo công đoàn $n > m/$n.txt; echo thi đua $n > r/usb/$n.txt; done
        index m r && umount m && umount r/usb && echo khác > r/usb/y.txt && rm index/*.store || exit 4
        index --rebuild; test $? = 2 && grep -q ' m: the texts of 3 files are lost' told || exit 5
        grep -q ' r/usb: the texts of 3 files are lost' told && ! grep -q stays told && $TRACUU status --check || exit 6";
    let Some(run) = in_namespace(&place, script) else { return };
    let last = ["out", "told"].map(|name| fs::read_to_string(place.path(name)).unwrap_or_default());
    assert_eq!(run.code, Some(0), "{}{}{last:?}", run.out, run.err);
}

#[test]
fn a_rebuild_tells_what_lines_of_the_list_are_damaged() {
    let place = Place::new(&[("corpus/x.txt", b"cong doan"), ("corpus/y.txt", b"cong doan hai")]);
    assert_eq!(index(&place, &[]).0, Some(0));
    assert_eq!(index(&place, &["--forget", "corpus/y.txt"]).0, Some(0));
    let list = part(&place, ".tsv");
    let text = fs::read_to_string(&list).unwrap();
    for keyword in ["named", "forgotter"] {
        let place = Place::new(&[("corpus/x.txt", b"cong doan")]);
        assert_eq!(index(&place, &[]).0, Some(0));
        let list = part(&place, ".tsv");
        let flipped = text.replace("forgotten\tcorpus/y.txt\t", &format!("{keyword}\tcorpus/y.txt\t"));
        assert_ne!(flipped, text);
        fs::write(&list, flipped).unwrap();
        let (_, told) = index(&place, &["--rebuild"]);
        assert!(told.contains("1 line was damaged in its list of files"), "{keyword}: {told}");
        assert!(!index(&place, &["--rebuild"]).1.contains("damaged"));
    }
}

#[cfg(target_os = "linux")]
#[test]
fn what_a_reader_has_too_little_memory_for_stays_or_is_told_as_lost() {
    let place = Place::new(&[("corpus/a.pdf", &pdf(&["Trang mot cong doan"])), ("corpus/b.txt", b"cong doan hai")]);
    fs::copy(place.path("corpus/a.pdf"), place.path("corpus/c.pdf")).unwrap();
    assert_eq!(index(&place, &[]).0, Some(0));
    let (code, told) = index(&place, &["--rebuild", "--max-memory", "8"]);
    let few = "its reader failed: 8 MiB of memory are too few for it, allow it 128 or more";
    assert!(code == Some(2) && told.contains(&format!("a.pdf is left out: {few}, its text of before stays")), "{told}");
    assert_eq!((status(&place)["documents"].as_u64(), told.contains("lost")), (Some(2), false), "{told}");
    fs::remove_file(part(&place, ".store")).unwrap();
    let (code, told) = index(&place, &["--rebuild", "--max-memory", "8"]);
    assert!(code == Some(2) && told.contains(few) && !told.contains("stays"), "{told}");
    assert!(told.contains("corpus: the texts of 2 files are lost"), "{told}");
    assert_eq!(index(&place, &[]).0, Some(0));
    assert_eq!(status(&place)["documents"], 2);
}

#[test]
fn what_no_reader_can_be_loaded_for_keeps_its_text() {
    let place = Place::new(&[("corpus/a.pdf", &pdf(&["Trang mot cong doan"])), ("corpus/b.txt", b"cong doan hai")]);
    // the program runs and waits when a library that it is made of goes
    let script = "lib=$(ldd \"$TRACUU\" | awk '/libgcc_s/ { print $3 }'); test -n \"$lib\" || exit 0
        $TRACUU index > out && : > none && exec 9> index/.writer.lock && flock 9 || exit 3
        $TRACUU index --rebuild --wait > out 2> told 9>&- &
        for _ in $(seq 600); do grep -q waiting told && break; sleep 0.1; done; mount --bind none \"$lib\" && exec 9>&-; wait $!; test $? = 2 && umount \"$lib\" || exit 4
        grep -q 'a.pdf is left out: its reader failed: it could not start.*its text of before stays' told || exit 5
        $TRACUU --json search 'cong doan' | grep -o '\"doc\":' | wc -l | grep -q '^2$' && $TRACUU index > out || exit 6";
    let Some(run) = in_namespace(&place, script) else { return };
    let last = ["out", "told"].map(|name| fs::read_to_string(place.path(name)).unwrap_or_default());
    assert_eq!(run.code, Some(0), "{}{}{last:?}", run.out, run.err);
}

#[test]
fn what_no_reader_can_start_for_keeps_its_text() {
    let place = Place::new(&[("corpus/a.pdf", &pdf(&["Trang mot cong doan"])), ("corpus/b.txt", b"cong doan hai")]);
    place.write("corpus/c.pdf", &pdf(&["Trang hai cong doan"]));
    if fs::metadata(place.path("")).is_ok_and(|place| place.uid() != 0) {
        left_out::<()>("what no process can be started for: it needs a user who runs nothing else");
        return;
    }
    // of more processes and threads than these, the first that is not given is that of the reader
    let script = "mkdir e && cp corpus/* e && \"$TRACUU\" index e > /dev/null || exit 3
        found() { \"$TRACUU\" --json search 'cong doan' | grep -o '\"doc\":' | wc -l | grep -q \"^$1\\$\"; }
        for how in --rebuild ''; do
            test -n \"$how\" || { cp e/a.pdf e/0.pdf; echo moi >> e/c.pdf; }
            for most in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18; do
                prlimit --nproc=$most \"$TRACUU\" index --threads 1 $how >> outs 2>> told
                found 3 || exit 4
            done
        done
        grep -q 'its reader failed: it could not start.*its text of before stays' told || exit 5
        \"$TRACUU\" index && found 3 || exit 6";
    let Some(run) = as_nobody(&place, script) else { return };
    let last = ["outs", "told"].map(|name| fs::read_to_string(place.path(name)).unwrap_or_default());
    assert_eq!(run.code, Some(0), "{}{}{last:?}", run.out, run.err);
}

#[test]
fn twins_that_gave_nothing_are_counted_as_in_an_index_made_anew() {
    let place = Place::new(&[("corpus/b.pdf", b"%PDF-1.4 x"), ("corpus/e.txt", b"")]);
    index(&place, &[]);
    for (name, of) in
        [("corpus/a.pdf", "corpus/b.pdf"), ("corpus/c.pdf", "corpus/b.pdf"), ("corpus/f.txt", "corpus/e.txt")]
    {
        fs::copy(place.path(of), place.path(name)).unwrap();
        let (_, told) = index(&place, &[]);
        assert!(name.ends_with("txt") || told.contains(&format!("{name} is left out: damaged")), "{told}");
    }
    let updated = status(&place);
    assert_eq!(index(&place, &["--rebuild"]).0, Some(2));
    let anew = status(&place);
    for name in ["files", "copies", "without_text", "documents", "new", "changed"] {
        assert_eq!(updated[name], anew[name], "{name}");
    }
    assert_eq!(updated["new"], json!([]));
    let read = |arguments: &[&str]| place.run(&[&["--json", "index"], arguments].concat()).json()[0]["read"].clone();
    assert_eq!([read(&[]), read(&["corpus/c.pdf"]), read(&[])], [0, 0, 0].map(Value::from));
}

#[test]
fn a_rebuild_over_another_format_gives_up_nothing_that_is_away() {
    let place = parted();
    let meta = place.path("index/meta.json");
    let age = || {
        let other = fs::read_to_string(&meta).unwrap().replace("\"payload\": \"tracuu ", "\"payload\": \"tracuu 9");
        fs::write(&meta, other).unwrap();
        // the sums are those of before
        fs::remove_file(place.path("index/sums.tsv")).unwrap();
    };
    age();
    let before = fs::read(&meta).unwrap();
    for arguments in [&["--rebuild"][..], &["--rebuild", "d"]] {
        let (code, told) = index(&place, arguments);
        assert_eq!(code, Some(2), "{told}");
        assert!(told.contains("what it holds of m is not there to be read anew"), "{told}");
        assert!(told.contains("--rebuild --forget NAME"), "{told}");
        assert_eq!(fs::read(&meta).unwrap(), before);
    }
    // it comes back
    fs::rename(place.path("away"), place.path("m")).unwrap();
    assert_eq!(index(&place, &["--rebuild"]).0, Some(0));
    assert_eq!(status(&place)["documents"], 4);
    // or is given up, of an index that can be kept, too
    fs::rename(place.path("m"), place.path("away")).unwrap();
    age();
    for taken_out in ["", " 3 removed "] {
        let (code, told) = index(&place, &["--rebuild", "--forget", "m"]);
        assert!(told.contains(taken_out), "{told}");
        assert_eq!((code, status(&place)["documents"].as_u64()), (Some(0), Some(1)), "{told}");
        fs::rename(place.path("away"), place.path("m")).unwrap();
        assert_eq!(index(&place, &["m"]).0, Some(0));
        fs::rename(place.path("m"), place.path("away")).unwrap();
    }
}
