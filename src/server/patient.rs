//! A connection to one that is given up when whoever is at its other end takes what was asked for too slowly.

use std::future::Future;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::{Instant, Sleep, sleep};

/// Bytes that earn a second more of waiting.
const A_SECOND: f64 = 1024.0;

/// A connection whose other end has to take what it asks for: it is waited for so long in all, and longer by a second
/// for each KiB that it takes, so that a slow line is borne and one that takes a byte now and then is not.
pub struct Patient<S> {
    stream: S,
    patience: Duration,
    /// How much longer may be waited.
    left: Duration,
    /// Runs while a write waits, from when.
    waiting: Option<(Pin<Box<Sleep>>, Instant)>,
}

impl<S> Patient<S> {
    /// Of a connection whose other end is waited for so long.
    pub fn new(stream: S, patience: Duration) -> Self {
        Self { stream, patience, left: patience, waiting: None }
    }

    fn judge(&mut self, context: &mut Context<'_>, written: Poll<io::Result<usize>>) -> Poll<io::Result<usize>> {
        match &written {
            Poll::Ready(taken) => {
                let waited = self.waiting.take().map_or(Duration::ZERO, |(_, since)| since.elapsed());
                let earned = taken.as_ref().map_or(0.0, |bytes| *bytes as f64 / A_SECOND);
                let left = self.left.saturating_sub(waited) + Duration::from_secs_f64(earned);
                self.left = left.min(self.patience);
                written
            }
            Poll::Pending => {
                let left = self.left;
                let (waiting, _) = self.waiting.get_or_insert_with(|| (Box::pin(sleep(left)), Instant::now()));
                ready!(waiting.as_mut().poll(context));
                self.left = Duration::ZERO;
                waiting.as_mut().reset(Instant::now());
                Poll::Ready(Err(io::ErrorKind::TimedOut.into()))
            }
        }
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Patient<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Patient<S> {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write(context, bytes);
        self.judge(context, written)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        slices: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write_vectored(context, slices);
        self.judge(context, written)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}

#[cfg(test)]
mod tests {
    use tokio::io::{AsyncReadExt, AsyncWriteExt, duplex};
    use tokio::runtime::Builder;

    use super::*;

    /// Sends so many bytes to an end that takes so many at a time with a pause between; whether all are taken.
    fn is_borne(bytes: usize, at_a_time: usize, pause: Duration) -> bool {
        let runtime = Builder::new_current_thread().enable_time().build().expect("started");
        runtime.block_on(async {
            let (here, mut there) = duplex(64);
            let taking = tokio::spawn(async move {
                let mut taken = vec![0; at_a_time];
                while there.read(&mut taken).await.is_ok_and(|bytes| bytes > 0) {
                    sleep(pause).await;
                }
            });
            let mut here = Patient::new(here, Duration::from_millis(100));
            let sent = here.write_all(&vec![b'a'; bytes]).await;
            assert!(sent.as_ref().err().is_none_or(|error| error.kind() == io::ErrorKind::TimedOut), "{sent:?}");
            taking.abort();
            sent.is_ok()
        })
    }

    #[test]
    fn who_takes_nothing_or_drips_is_given_up() {
        assert!(is_borne(10_000, 64, Duration::ZERO));
        assert!(!is_borne(10_000, 1, Duration::from_millis(5)));
        assert!(!is_borne(10_000, 1, Duration::from_secs(2)));
    }
}
