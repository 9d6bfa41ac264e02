"""YAML Language Server as an editor drives it: over standard input and output, in the protocol's messages."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from types import TracebackType
from typing import Any

ROOT = Path(__file__).parent.parent
SERVER = ROOT / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
Message = dict[str, Any]


class LanguageServer:
    """A running server that has the project open. Lines and columns count from 0, as in the protocol."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            ["node", str(SERVER), "--stdio"], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self._number = 0
        self._diagnostics: dict[str, list[Message]] = {}
        # With dynamic registration for settings, the server waits for them before it judges a file.
        capabilities = {
            "workspace": {"configuration": True, "didChangeConfiguration": {"dynamicRegistration": True}},
            "textDocument": {"hover": {"contentFormat": ["markdown"]}},
        }
        folder = {"uri": ROOT.as_uri(), "name": ROOT.name}
        self.ask(
            "initialize",
            processId=None,
            rootUri=ROOT.as_uri(),
            capabilities=capabilities,
            workspaceFolders=[folder],
        )
        self._send(method="initialized", params={})

    def __enter__(self) -> LanguageServer:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.communicate()

    def open(self, path: Path, text: str) -> list[Message]:
        """Open a file with a text and return what the server finds wrong in it."""
        uri = path.as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._send(method="textDocument/didOpen", params={"textDocument": document})
        self._diagnostics.pop(uri, None)
        while uri not in self._diagnostics:
            self._take()
        return self._diagnostics[uri]

    def completions(self, path: Path, line: int, column: int) -> list[str]:
        """What the server offers at a place."""
        found = self._at("textDocument/completion", path, line, column)
        return [item["label"] for item in found["items"]]

    def hover(self, path: Path, line: int, column: int) -> str:
        """What the server tells of the word at a place."""
        found = self._at("textDocument/hover", path, line, column)
        return str(found["contents"]["value"]) if found else ""

    def _at(self, method: str, path: Path, line: int, column: int) -> Any:
        position = {"line": line, "character": column}
        return self.ask(method, textDocument={"uri": path.as_uri()}, position=position)

    def ask(self, method: str, **params: Any) -> Any:
        """Send a request and return its answer, taking what else the server says meanwhile."""
        self._number += 1
        self._send(id=self._number, method=method, params=params)
        while True:
            message = self._take()
            if message.get("id") == self._number and "method" not in message:
                assert "error" not in message, message
                return message["result"]

    def _send(self, **message: Any) -> None:
        content = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(content), content))
        self._process.stdin.flush()

    def _take(self) -> Message:
        """The next message; questions of the server are answered, its findings are kept."""
        stream = self._process.stdout
        assert stream
        length = 0
        while line := stream.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        assert length, "the language server has ended"
        message: Message = json.loads(stream.read(length))
        if message.get("method") == "textDocument/publishDiagnostics":
            self._diagnostics[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif "method" in message and "id" in message:
            self._send(id=message["id"], result=self._answer(message))
        return message

    @staticmethod
    def _answer(message: Message) -> Any:
        """The project's settings, as the editor would hand them over; nothing to any other question."""
        if message["method"] != "workspace/configuration":
            return None
        given = json.loads((ROOT / ".vscode" / "settings.json").read_text("utf-8"))
        ours = {k.removeprefix("yaml."): v for k, v in given.items() if k.startswith("yaml.")}
        ours["schemaStore"] = {"enable": False}  # asks another host
        known = {"yaml": ours}
        return [known.get(item.get("section", ""), {}) for item in message["params"]["items"]]
