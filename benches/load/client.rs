//! Requests to answers, over one connection that is kept as long as the server keeps it.

use axum::body::{Body, to_bytes};
use hyper::Request;
use hyper::client::conn::http1::{SendRequest, handshake};
use hyper_util::rt::TokioIo;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use tokio::net::TcpStream;

/// The status of what was not answered at all.
pub const NOT_ANSWERED: u16 = 0;

/// A text as an address has it.
pub fn encoded(text: &str) -> String {
    utf8_percent_encode(text, NON_ALPHANUMERIC).to_string()
}

/// A connection to a server, opened when it is needed.
pub struct Client {
    address: String,
    sender: Option<SendRequest<Body>>,
}

impl Client {
    pub fn new(address: &str) -> Self {
        Self { address: address.to_owned(), sender: None }
    }

    /// The status of the answer, which is read whole.
    pub async fn get(&mut self, path: &str) -> u16 {
        match self.try_get(path).await {
            Some(status) => status,
            None => {
                self.sender = None;
                NOT_ANSWERED
            }
        }
    }

    async fn try_get(&mut self, path: &str) -> Option<u16> {
        if self.sender.as_ref().is_none_or(SendRequest::is_closed) {
            let stream = TcpStream::connect(&self.address).await.ok()?;
            stream.set_nodelay(true).ok()?;
            let (sender, connection) = handshake(TokioIo::new(stream)).await.ok()?;
            tokio::spawn(connection);
            self.sender = Some(sender);
        }
        let request = Request::get(path).header("host", &self.address).body(Body::empty()).ok()?;
        let sender = self.sender.as_mut()?;
        sender.ready().await.ok()?;
        let answer = sender.send_request(request).await.ok()?;
        let status = answer.status().as_u16();
        to_bytes(Body::new(answer.into_body()), usize::MAX).await.ok()?;
        Some(status)
    }
}
