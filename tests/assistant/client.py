"""Asks the tools of `tracuu mcp` with the client of the protocol in Python, and holds each answer against its schema.

Called with the program, the folder of an index over corpus/ and tests/tasks.jsonl.
"""

import asyncio
import json
import sys

import jsonschema
from mcp import ClientSession, StdioServerParameters
from mcp.client.stdio import stdio_client


async def main(program: str, index: str, tasks: str) -> None:
    server = StdioServerParameters(command=program, args=["--index", index, "mcp"])
    async with stdio_client(server) as (read, write), ClientSession(read, write) as session:
        await session.initialize()
        tools = {tool.name: tool for tool in (await session.list_tools()).tools}
        for tool in tools.values():
            jsonschema.Draft202012Validator.check_schema(tool.input_schema)
            jsonschema.Draft202012Validator.check_schema(tool.output_schema)
        asked = 0
        with open(tasks, encoding="utf-8") as lines:
            for task in map(json.loads, lines):
                tool = tools[task["tool"]]
                jsonschema.validate(task["arguments"], tool.input_schema)
                result = await session.call_tool(tool.name, task["arguments"])
                assert not result.is_error, result.content
                jsonschema.validate(result.structured_content, tool.output_schema)
                assert json.loads(result.content[0].text) == result.structured_content, task
                asked += 1
        print(f"{len(tools)} tools, {asked} answers fit their schemas")


asyncio.run(main(*sys.argv[1:4]))
