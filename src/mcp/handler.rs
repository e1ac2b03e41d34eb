//! Requests of the protocol to the tools, resources and prompts that answer them.

use std::future::{Future, ready};

use rmcp::model::{
    CacheScope, CallToolRequestParams, CallToolResponse, CallToolResult, ContentBlock, GetPromptRequestParams,
    GetPromptResponse, Implementation, ListPromptsResult, ListResourceTemplatesResult, ListResourcesResult,
    ListToolsResult, PaginatedRequestParams, ReadResourceRequestParams, ReadResourceResponse, ServerCapabilities,
    ServerConfig,
};
use rmcp::service::RequestContext;
use rmcp::{ErrorData, RoleServer, ServerHandler};
use serde_json::json;
use tokio::task::spawn_blocking;

use super::refused::{Asker, Refused};
use super::{prompts, resources, tools};
use crate::archive::Archive;
use crate::voice::Language;
use crate::voice::tools::{Misuse, Tool};

/// How long lists stay what they are, in milliseconds.
const LISTS_HOLD: u64 = 300_000;

/// What answers requests.
#[derive(Clone)]
pub struct Handler {
    archive: Archive,
    language: Language,
    asker: Asker,
}

type Answered<T> = Result<T, ErrorData>;

impl Handler {
    pub fn new(archive: Archive, language: Language, asker: Asker) -> Self {
        Self { archive, language, asker }
    }

    /// Does what takes its time on a thread that may. What has come with the request stays as long, though nobody may wait
    /// for the answer any more.
    async fn apart<T: Send + 'static>(
        &self,
        context: &RequestContext<RoleServer>,
        work: impl FnOnce(&Archive, Language) -> Result<T, Refused> + Send + 'static,
    ) -> Answered<Result<T, String>> {
        let (archive, language, asker) = (self.archive.clone(), self.language, self.asker);
        let failed = |_| ErrorData::internal_error("internal error", None);
        let came = context.extensions.clone();
        let work = spawn_blocking(move || {
            let answer = work(&archive, language).map_err(|refused| refused.said(language, asker));
            drop(came);
            answer
        });
        work.await.map_err(failed)
    }

    async fn called(
        &self,
        request: CallToolRequestParams,
        context: RequestContext<RoleServer>,
    ) -> Answered<CallToolResponse> {
        let Some(tool) = Tool::named(&request.name) else {
            let known = Tool::ALL.map(Tool::as_str).join(", ");
            let said = self.language.misuse(&Misuse::NoTool { known });
            return Err(ErrorData::invalid_params(said, None));
        };
        let arguments = request.arguments.unwrap_or_default();
        let work = move |archive: &Archive, language| tools::call(tool, arguments, archive, language);
        let answer = self.apart(&context, work).await?;
        let result = match answer {
            Ok(value) => CallToolResult::structured(value),
            Err(said) => CallToolResult::error(vec![ContentBlock::text(said)]),
        };
        Ok(result.into())
    }

    async fn read(
        &self,
        request: ReadResourceRequestParams,
        context: RequestContext<RoleServer>,
    ) -> Answered<ReadResourceResponse> {
        let uri = request.uri.clone();
        let read = self.apart(&context, move |archive, _| resources::read(&uri, archive)).await?;
        let at = || Some(json!({"uri": resources::told(&request.uri)}));
        let result = read.map_err(|said| ErrorData::invalid_params(said, at()))?;
        Ok(result.with_ttl_ms(0).with_cache_scope(CacheScope::Private).into())
    }
}

impl ServerHandler for Handler {
    fn get_info(&self) -> ServerConfig {
        let can = ServerCapabilities::builder().enable_tools().enable_resources().enable_prompts().build();
        let name = Implementation::new("tracuu", env!("CARGO_PKG_VERSION"));
        ServerConfig::new(can).with_server_info(name).with_instructions(self.language.tool_instructions())
    }

    fn list_tools(
        &self,
        _page: Option<PaginatedRequestParams>,
        _context: RequestContext<RoleServer>,
    ) -> impl Future<Output = Answered<ListToolsResult>> + Send + '_ {
        let listed = ListToolsResult::with_all_items(tools::listed(self.language));
        ready(Ok(listed.with_ttl_ms(LISTS_HOLD).with_cache_scope(CacheScope::Private)))
    }

    fn call_tool(
        &self,
        request: CallToolRequestParams,
        context: RequestContext<RoleServer>,
    ) -> impl Future<Output = Answered<CallToolResponse>> + Send + '_ {
        self.called(request, context)
    }

    fn list_resources(
        &self,
        _page: Option<PaginatedRequestParams>,
        _context: RequestContext<RoleServer>,
    ) -> impl Future<Output = Answered<ListResourcesResult>> + Send + '_ {
        let listed = ListResourcesResult::with_all_items(resources::listed(self.language));
        ready(Ok(listed.with_ttl_ms(LISTS_HOLD).with_cache_scope(CacheScope::Private)))
    }

    fn list_resource_templates(
        &self,
        _page: Option<PaginatedRequestParams>,
        _context: RequestContext<RoleServer>,
    ) -> impl Future<Output = Answered<ListResourceTemplatesResult>> + Send + '_ {
        let listed = ListResourceTemplatesResult::with_all_items(resources::templates(self.language));
        ready(Ok(listed.with_ttl_ms(LISTS_HOLD).with_cache_scope(CacheScope::Private)))
    }

    fn read_resource(
        &self,
        request: ReadResourceRequestParams,
        context: RequestContext<RoleServer>,
    ) -> impl Future<Output = Answered<ReadResourceResponse>> + Send + '_ {
        self.read(request, context)
    }

    fn list_prompts(
        &self,
        _page: Option<PaginatedRequestParams>,
        _context: RequestContext<RoleServer>,
    ) -> impl Future<Output = Answered<ListPromptsResult>> + Send + '_ {
        let listed = ListPromptsResult::with_all_items(prompts::listed(self.language));
        ready(Ok(listed.with_ttl_ms(LISTS_HOLD).with_cache_scope(CacheScope::Private)))
    }

    fn get_prompt(
        &self,
        request: GetPromptRequestParams,
        _context: RequestContext<RoleServer>,
    ) -> impl Future<Output = Answered<GetPromptResponse>> + Send + '_ {
        let prompt = prompts::get(&request, self.language);
        let failed = |misuse: Misuse| ErrorData::invalid_params(self.language.misuse(&misuse), None);
        ready(prompt.map(Into::into).map_err(failed))
    }
}
