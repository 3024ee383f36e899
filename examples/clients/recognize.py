# Python: prints what is said in a WAV file. python recognize.py hello.wav
import sys
import azure.cognitiveservices.speech as speechsdk

config = speechsdk.SpeechConfig(host="ws://localhost:5000")
config.speech_recognition_language = "en-US"
audio = speechsdk.audio.AudioConfig(filename=sys.argv[1])
recognizer = speechsdk.SpeechRecognizer(config, audio)
result = recognizer.recognize_once()
failure = result.cancellation_details
error = failure.error_details if failure else "nothing was understood"
print(result.text or error)
