"""A client of the Python SDK against `annals mcp`: argv is the program and its arguments.

Reads questions from standard input, a JSON object a line ({"tool", "arguments"}), and prints what came
back, a line each; then what the protocol must also do, by name.
"""

import asyncio
import json
import sys
import time

from mcp import ClientSession, StdioServerParameters
from mcp.client.stdio import stdio_client


async def main() -> None:
    questions = [json.loads(line) for line in sys.stdin if line.strip()]
    server = StdioServerParameters(command=sys.argv[1], args=sys.argv[2:])
    async with stdio_client(server) as (read, write), ClientSession(read, write) as session:
        hello = await session.initialize()
        tools = await session.list_tools()
        names = [tool.name for tool in tools.tools]
        say("server", hello.model_dump(mode="json", by_alias=True)["serverInfo"]["name"])
        say("tools", names)
        say("readOnly", all(read_only(tool) for tool in tools.tools))
        slowest = 0.0
        for question in questions:
            begun = time.monotonic()
            result = await session.call_tool(question["tool"], question["arguments"])
            slowest = max(slowest, time.monotonic() - begun)
            said = result.model_dump(mode="json", by_alias=True)
            say("answer", {"isError": said["isError"], "text": said["content"][0]["text"]})
        say("slowest", round(slowest * 1000, 1))
        for tool, arguments in [("add", {}), ("show", {"event": "zz"})]:
            try:
                result = await session.call_tool(tool, arguments)
                say("error", result.model_dump(mode="json", by_alias=True)["isError"])
            except Exception as error:
                say("error", type(error).__name__)
        call = asyncio.create_task(session.call_tool("timeline", {"limit": 200}))
        await asyncio.sleep(0)
        call.cancel()
        try:
            await call
            say("cancelled", "answered")
        except asyncio.CancelledError:
            say("cancelled", True)
        after = await session.call_tool("phases", {"sequence": "nlp"})
        say("after", after.model_dump(mode="json", by_alias=True)["isError"])


def read_only(tool) -> bool:
    return tool.model_dump(mode="json", by_alias=True)["annotations"]["readOnlyHint"] is True


def say(name, value) -> None:
    print(json.dumps({"what": name, "value": value}), flush=True)


asyncio.run(main())
