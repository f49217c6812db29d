"""A speech server for Orca that writes what it would say, a JSON object on each line.

{"kind": "say" | "stop", "text": what is said}; a stop cuts off what is being said. The file is named
in SPEECH_FILE."""

import json
import os

from gi.repository import GLib
from orca import speechserver

# Between two parts of a text that Orca reads on its own: a key must be able to stop it.
READING_PAUSE_MS = 30


class SpeechServer(speechserver.SpeechServer):
    _only = None

    @staticmethod
    def getFactoryName():
        return "Transcript"

    @staticmethod
    def getSpeechServers():
        return [SpeechServer.getSpeechServer()]

    @staticmethod
    def getSpeechServer(info=None):
        if SpeechServer._only is None:
            SpeechServer._only = SpeechServer()
        return SpeechServer._only

    @staticmethod
    def shutdownActiveServers():
        if SpeechServer._only:
            SpeechServer._only.shutdown()

    def __init__(self):
        super().__init__()
        self._file = open(os.environ["SPEECH_FILE"], "a", buffering=1, encoding="utf-8")
        self._reading = None

    def _write(self, kind, text=""):
        if self._file:
            self._file.write(json.dumps({"kind": kind, "text": text}, ensure_ascii=False) + "\n")

    def getInfo(self):
        return ["Transcript", "transcript"]

    def getVoiceFamilies(self):
        return [speechserver.VoiceFamily({"name": "file", "lang": "vi"})]

    def speakCharacter(self, character, acss=None):
        self._write("say", character)

    def speakKeyEvent(self, event, acss=None):
        self._write("say", event.getKeyName())

    def speak(self, text=None, acss=None, interrupt=True):
        if text:
            self._write("say", text)

    def sayAll(self, utterances, progress):
        self._reading = utterances

        def read_on():
            if self._reading is not utterances:
                return False
            try:
                context, _ = next(utterances)
            except StopIteration:
                self._reading = None
                return False
            context.currentOffset = context.endOffset
            self._write("say", context.utterance)
            progress(context, speechserver.SayAllContext.PROGRESS)
            progress(context, speechserver.SayAllContext.COMPLETED)
            return True

        GLib.timeout_add(READING_PAUSE_MS, read_on)

    def stop(self):
        self._reading = None
        self._write("stop")

    def shutdown(self):
        if self._file:
            self._file.close()
            self._file = None
        SpeechServer._only = None

    def reset(self, text=None, acss=None):
        pass
