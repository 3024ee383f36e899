# curl: tells how positive, neutral and negative a text is
curl --fail --silent --show-error \
  --header "Content-Type: application/json" \
  --data '{ "documents": [{ "id": "1", "language": "en", "text": "What a wonderful day." }] }' \
  http://localhost:5002/text/analytics/v3.0/sentiment
