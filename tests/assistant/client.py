"""Asks the tools with the client of the protocol in Python, over a pipe and over HTTP, and holds each answer against its
schema.

Called with the program, the folder of an index over corpus/, tests/tasks.jsonl and the address of a server over that
index.
"""

import asyncio
import json
import sys

import jsonschema
from mcp import ClientSession, StdioServerParameters
from mcp.client.stdio import stdio_client
from mcp.client.streamable_http import streamable_http_client


async def ask(way: str, streams, tasks: list[dict]) -> None:
    async with streams as (read, write, *_), ClientSession(read, write) as session:
        await session.initialize()
        tools = {tool.name: tool for tool in (await session.list_tools()).tools}
        for tool in tools.values():
            jsonschema.Draft202012Validator.check_schema(tool.input_schema)
            jsonschema.Draft202012Validator.check_schema(tool.output_schema)
        for task in tasks:
            tool = tools[task["tool"]]
            jsonschema.validate(task["arguments"], tool.input_schema)
            result = await session.call_tool(tool.name, task["arguments"])
            assert not result.is_error, result.content
            jsonschema.validate(result.structured_content, tool.output_schema)
            assert json.loads(result.content[0].text) == result.structured_content, task
        refused = await session.call_tool("search_passages", {"query": " "})
        assert refused.is_error and refused.content, refused
        assert (await session.list_resources()).resources and (await session.list_prompts()).prompts
        print(f"{way}: {len(tools)} tools, {len(tasks)} answers fit their schemas")


async def main(program: str, index: str, tasks: str, address: str) -> None:
    with open(tasks, encoding="utf-8") as lines:
        asked = [json.loads(line) for line in lines]
    server = StdioServerParameters(command=program, args=["--index", index, "mcp"])
    await ask("over a pipe", stdio_client(server), asked)
    await ask("over HTTP", streamable_http_client(f"{address}/mcp"), asked)


asyncio.run(main(*sys.argv[1:5]))
