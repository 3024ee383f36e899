# curl: says a text into hello.wav
curl --fail --silent --show-error --output hello.wav \
  --header "Content-Type: application/ssml+xml" \
  --header "X-Microsoft-OutputFormat: riff-16khz-16bit-mono-pcm" \
  --data '<speak version="1.0" xml:lang="en-US">
    <voice name="en-US-AriaNeural">Good morning.</voice></speak>' \
  http://localhost:5001/speech/synthesize/cognitiveservices/v1
