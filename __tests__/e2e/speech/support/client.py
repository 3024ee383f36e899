"""Runs jobs of the Python Speech SDK against containers and prints a line of JSON for each; the test judges these."""

import json
import sys
import threading

import azure.cognitiveservices.speech as speechsdk

job = {}


def host():
    return f"ws://127.0.0.1:{job['port']}"


def report(**result):
    print("RESULT " + json.dumps(result), flush=True)


def speech_config():
    config = speechsdk.SpeechConfig(host=host())
    config.speech_recognition_language = "en-US"
    config.set_property_by_name("SPEECH-TransmitLengthBeforThrottleMs", "600000")
    if job.get("detailed"):
        config.output_format = speechsdk.OutputFormat.Detailed
    if job.get("dictation"):
        config.enable_dictation()
    for name, value in job.get("properties", {}).items():
        config.set_service_property(name, value, speechsdk.ServicePropertyChannel.UriQueryParameter)
    return config


def described(result):
    language = result.properties.get(speechsdk.PropertyId.SpeechServiceConnection_AutoDetectSourceLanguageResult)
    details = {
        "text": result.text,
        "reason": result.reason.name,
        "offset": result.offset,
        "duration": result.duration,
        "language": language,
        "json": result.json,
    }
    if result.reason == speechsdk.ResultReason.NoMatch:
        details["noMatch"] = result.no_match_details.reason.name
    if result.reason == speechsdk.ResultReason.Canceled:
        details["error"] = result.cancellation_details.error_details
        details["code"] = result.cancellation_details.code.name
    return details


def recognizer():
    audio = speechsdk.audio.AudioConfig(filename=job["wav"])
    languages = job.get("candidates")
    detect = languages and speechsdk.languageconfig.AutoDetectSourceLanguageConfig(languages=languages)
    if job.get("detectOnly"):
        return speechsdk.SourceLanguageRecognizer(
            speech_config=speech_config(), auto_detect_source_language_config=detect, audio_config=audio
        )
    if detect:
        return speechsdk.SpeechRecognizer(
            speech_config=speech_config(), auto_detect_source_language_config=detect, audio_config=audio
        )
    made = speechsdk.SpeechRecognizer(speech_config=speech_config(), audio_config=audio)
    if job.get("phrases"):
        phrases = speechsdk.PhraseListGrammar.from_recognizer(made)
        for phrase in job["phrases"]:
            phrases.addPhrase(phrase)
    return made


def recognize_once():
    made = recognizer()  # named, as the SDK gives up when it is collected
    report(results=[described(made.recognize_once_async().get())])


def recognize_continuously():
    made = recognizer()
    interim, results, canceled, done = [], [], [], threading.Event()
    if not job.get("detectOnly"):
        made.recognizing.connect(lambda event: interim.append(event.result.text))
    made.recognized.connect(lambda event: results.append(described(event.result)))
    made.canceled.connect(lambda event: canceled.append(event.cancellation_details.code.name))
    made.session_stopped.connect(lambda event: done.set())
    made.start_continuous_recognition_async().get()
    finished = done.wait(60)
    made.stop_continuous_recognition_async().get()
    report(interim=interim, results=results, canceled=canceled, finished=finished)


def synthesizer(output):
    path = job.get("endpoint")
    config = speechsdk.SpeechConfig(endpoint=host() + path) if path else speechsdk.SpeechConfig(host=host())
    config.speech_synthesis_voice_name = job["voice"]
    if job.get("rest"):
        config.set_property_by_name("SPEECH-SynthesisBackend", "rest")
    if job.get("format"):
        config.set_speech_synthesis_output_format(speechsdk.SpeechSynthesisOutputFormat[job["format"]])
    return speechsdk.SpeechSynthesizer(speech_config=config, audio_config=output)


def synthesize():
    made = synthesizer(speechsdk.audio.AudioOutputConfig(filename=job["wav"]) if job.get("wav") else None)
    words = []
    if job.get("words"):
        made.synthesis_word_boundary.connect(lambda event: words.append([event.text, event.audio_offset]))
    result = made.speak_text_async(job["text"]).get()
    if job.get("audio"):
        with open(job["audio"], "wb") as file:
            file.write(result.audio_data)
    error = result.cancellation_details.error_details if result.reason == speechsdk.ResultReason.Canceled else None
    report(reason=result.reason.name, bytes=len(result.audio_data), words=words, error=error)


def voices():
    made = synthesizer(None)
    result = made.get_voices_async().get()
    report(reason=result.reason.name, voices=[voice.short_name for voice in result.voices])


work = {
    "once": recognize_once,
    "continuous": recognize_continuously,
    "synthesize": synthesize,
    "voices": voices,
}
for job in json.load(sys.stdin):
    work[job["do"]]()
