// JavaScript: prints the language of a WAV file. node detect.js hello.wav
const { readFileSync } = require("node:fs");
const sdk = require("microsoft-cognitiveservices-speech-sdk");

const config = sdk.SpeechConfig.fromHost(new URL("ws://localhost:5003"));
const candidates = ["en-US", "de-DE"];
const languages = sdk.AutoDetectSourceLanguageConfig.fromLanguages(candidates);
const audio = sdk.AudioConfig.fromWavFileInput(readFileSync(process.argv[2]));
const recognizer = sdk.SpeechRecognizer.FromConfig(config, languages, audio);
recognizer.recognizeOnceAsync((result) => {
  console.log(result.language || result.errorDetails || "nothing was heard");
  recognizer.close();
}, console.error);
