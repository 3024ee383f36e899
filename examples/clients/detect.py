# Python: prints the language of a WAV file. python detect.py hello.wav
import sys
import azure.cognitiveservices.speech as speechsdk

config = speechsdk.SpeechConfig(host="ws://localhost:5003")
languages = speechsdk.languageconfig.AutoDetectSourceLanguageConfig(
    languages=["en-US", "de-DE"]
)
recognizer = speechsdk.SourceLanguageRecognizer(
    speech_config=config,
    auto_detect_source_language_config=languages,
    audio_config=speechsdk.audio.AudioConfig(filename=sys.argv[1]),
)
result = recognizer.recognize_once()
detected = speechsdk.AutoDetectSourceLanguageResult(result).language
failure = result.cancellation_details
error = failure.error_details if failure else "nothing was heard"
print(detected or error)
