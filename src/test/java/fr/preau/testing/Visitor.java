package fr.preau.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Somebody with a browser and no account, who reads pages over HTTP. */
public final class Visitor {

    private final HttpClient client = HttpClient.newHttpClient();
    private final String root;

    public Visitor(int port) {
        this.root = "http://localhost:" + port;
    }

    /**
     * What came back.
     *
     * @param sent as it went over the wire, compressed or not
     */
    public record Answer(int status, HttpHeaders headers, byte[] sent, String text) {

        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        public Document page() {
            return Jsoup.parse(text, "https://preau.example/");
        }
    }

    /** A page or a file, asked for as browsers do: compressed, in French. */
    public Answer get(String path, String... headers) {
        return send("GET", path, headers);
    }

    public Answer send(String method, String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(root + path)).method(method, HttpRequest.BodyPublishers.noBody())
                .header("Accept", "text/html,*/*").header("Accept-Language", "fr").header("Accept-Encoding", "gzip");
        for (int at = 0; at < headers.length; at += 2) {
            request.setHeader(headers[at], headers[at + 1]);
        }
        try {
            var answer = client.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(answer.statusCode(), answer.headers(), answer.body(), text(answer.headers(), answer.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String text(HttpHeaders headers, byte[] body) throws IOException {
        if (!headers.firstValue("Content-Encoding").orElse("").equals("gzip")) {
            return new String(body, StandardCharsets.UTF_8);
        }
        try (var plain = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
