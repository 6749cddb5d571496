package fr.preau.accounts.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import tools.jackson.databind.json.JsonMapper;

/** A browser with its cookies, which says where a redirect leads instead of following it. */
final class Browser {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1).build();
    private final String root;

    Browser(int port) {
        this.root = "http://localhost:" + port;
    }

    /** What came back. */
    record Answer(int status, String to, List<String> setCookies, String policy, HttpHeaders headers, String text) {
        String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        Document document() {
            return Jsoup.parse(text);
        }

        String cookieNames() {
            return setCookies.stream().map(cookie -> cookie.replaceAll("=.*", "")).sorted().collect(Collectors.joining(","));
        }
    }

    Answer get(String path, String... headers) {
        return send(HttpRequest.newBuilder(URI.create(root + path)).GET(), headers);
    }

    Answer post(String path, Map<String, String> form, String... headers) {
        String body = form.entrySet().stream().map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(root + path)).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)), headers);
    }

    boolean has(String cookie) {
        return cookies.getCookieStore().getCookies().stream().map(HttpCookie::getName).anyMatch(cookie::equals);
    }

    /** "Je suis toujours là": 204 inside, 401 outside. */
    int presence() {
        return post("/app/presence", Map.of(), "X-Presence", "1").status();
    }

    /** What comes when the app's engine opens this screen in a new tab. */
    String screen(String route) {
        var tab = JSON.readTree(get("/app/?v-r=init&location=" + URLEncoder.encode(route, StandardCharsets.UTF_8) + "&query=").text()).get("appConfig");
        String body = """
                {"csrfToken":"%s","rpc":[{"type":"event","node":1,"event":"ui-navigate",\
                "data":{"route":"/%s","query":"","appShellTitle":"","historyState":{"idx":0},"trigger":""}}],"syncId":%d,"clientId":0}"""
                .formatted(tab.get("uidl").get("Vaadin-Security-Key").asString(), route, tab.get("uidl").get("syncId").asInt());
        return send(HttpRequest.newBuilder(URI.create(root + "/app/?v-r=uidl&v-uiId=" + tab.get("v-uiId").asInt()))
                .header("Content-Type", "application/json; charset=UTF-8").POST(HttpRequest.BodyPublishers.ofString(body))).text();
    }

    private Answer send(HttpRequest.Builder request, String... headers) {
        request.header("Accept", "text/html,*/*").header("Accept-Language", "fr");
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.headers().firstValue("Location").orElse("").replace(root, ""),
                    answer.headers().allValues("Set-Cookie"), answer.headers().firstValue("Content-Security-Policy").orElse(""), answer.headers(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
