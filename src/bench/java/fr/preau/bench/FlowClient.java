package fr.preau.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One open tab of the app without a browser: it speaks Flow's protocol as the client engine does, and keeps of each answer what
 * one needs to find a button and to read what the screen says.
 */
final class FlowClient {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** What a click of Vaadin's tells the server. */
    private static final String CLICK = """
            {"event.shiftKey":false,"event.metaKey":false,"event.detail":1,"event.ctrlKey":false,"event.clientX":9,"event.clientY":9,\
            "event.altKey":false,"event.button":0,"event.screenY":9,"event.screenX":9}""";
    private static final int PROPERTIES = 1;
    private static final List<String> WORDS_OF_A_BOX = List.of("header", "message");
    private static final int TEXT = 7;
    private static final int CHILDREN = 2;
    private static final int ATTRIBUTES = 3;

    /** The server no longer knows this tab: the engine loads its address again by itself (see KindWords). */
    static final class LoadAgain extends IOException {

        private static final long serialVersionUID = 1L;

        LoadAgain() {
            super("load again");
        }
    }

    private final HttpClient client;
    private final String address;
    private final String cookie;
    private final Map<Integer, String> tags = new HashMap<>();
    private final Map<Integer, String> texts = new HashMap<>();
    private final Map<Integer, List<Integer>> children = new HashMap<>();
    private final Map<String, Integer> ids = new HashMap<>();
    private String key = "";
    private int ui;
    private int syncId;
    private int clientId;
    private String lastTexts = "";
    private String lastAnswer = "";

    FlowClient(HttpClient client, String address, String cookie) {
        this.client = client;
        this.address = address;
        this.cookie = cookie;
    }

    /** Opens a screen in a new tab: the page, the engine's first question, the first navigation. */
    void open(String route, String query) throws IOException, InterruptedException {
        get(address + "/app/" + route + (query.isEmpty() ? "" : "?" + query));
        var first = JSON.readTree(get(address + "/app/?v-r=init&location=" + encoded(route) + "&query=" + encoded(query)));
        var config = first.get("appConfig");
        ui = config.get("v-uiId").asInt();
        var uidl = config.get("uidl");
        key = uidl.get("Vaadin-Security-Key").asString();
        read(uidl);
        navigate(route, query);
    }

    /** Goes to another screen by a link within the app. */
    void navigate(String route, String query) throws IOException, InterruptedException {
        send("""
                {"type":"event","node":1,"event":"ui-navigate","data":{"route":"/%s","query":"%s","appShellTitle":"","historyState":{"idx":0},"trigger":""}}"""
                .formatted(route, query));
    }

    /** Presses the button that says this. */
    void click(String says) throws IOException, InterruptedException {
        int button = button(says).orElseThrow(() -> new IOException("No button says " + says + " in: " + screen()));
        send("{\"type\":\"event\",\"node\":" + button + ",\"event\":\"click\",\"data\":" + CLICK + "}");
    }

    /**
     * Types into the line with this id and tells the server, as the engine does a second after the last key. What was not taken is told
     * again under the same number by typing the same once more.
     */
    void type(String id, String text) throws IOException, InterruptedException {
        Integer line = ids.get(id);
        if (line == null) {
            throw new IOException("No line " + id + " in: " + screen());
        }
        send("{\"type\":\"mSync\",\"node\":" + line + ",\"feature\":" + PROPERTIES + ",\"property\":\"value\",\"value\":"
                + JSON.writeValueAsString(text) + "},"
                + "{\"type\":\"event\",\"node\":" + line + ",\"event\":\"input\",\"data\":{\"for\":\"trailing\"}}");
    }

    /** Presses the button of a box that is in the way; what the box said stays the news. */
    void dismiss(String says) throws IOException, InterruptedException {
        String said = lastTexts;
        click(says);
        lastTexts = said;
    }

    /** Whether there is a button that says this. */
    boolean has(String says) {
        return button(says).isPresent();
    }

    private OptionalInt button(String says) {
        return tags.entrySet().stream().filter(one -> one.getValue().equals("vaadin-button") && text(one.getKey()).strip().equals(says))
                .mapToInt(Map.Entry::getKey).max();
    }

    /** Tells the server that this tab is still open, as the engine does by itself every two minutes. */
    void heartbeat() throws IOException, InterruptedException {
        ask(request(address + "/app/?v-r=heartbeat&v-uiId=" + ui).POST(HttpRequest.BodyPublishers.noBody()));
    }

    /** The words that the last answer brought. */
    String news() {
        return lastTexts;
    }

    /** The last answer as it came, for who cannot make sense of it. */
    String answer() {
        return lastAnswer.substring(0, Math.min(4_000, lastAnswer.length()));
    }

    /** All words that were ever shown in this tab. */
    String screen() {
        return String.join(" | ", texts.values());
    }

    private void send(String rpc) throws IOException, InterruptedException {
        String body = "{\"csrfToken\":\"" + key + "\",\"rpc\":[" + rpc + "],\"syncId\":" + syncId + ",\"clientId\":" + clientId + "}";
        String answer = ask(request(address + "/app/?v-r=uidl&v-uiId=" + ui).header("Content-Type", "application/json; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        lastAnswer = answer;
        // a message that was not taken is sent again under its number
        clientId++;
        // older engines want a guard and a list around what this one gets bare
        var said = JSON.readTree(answer.startsWith("for(;;);") ? answer.substring("for(;;);".length()) : answer);
        for (JsonNode message : said.isArray() ? said : List.of(said)) {
            if (message.path("meta").has("sessionExpired")) {
                throw new LoadAgain();
            }
            read(message);
            if (message.path("meta").has("appError")) {
                throw new IOException(message.get("meta").toString());
            }
        }
    }

    private void read(JsonNode message) {
        if (message.has("syncId")) {
            syncId = message.get("syncId").asInt();
        }
        var said = new StringBuilder();
        for (JsonNode change : message.path("changes")) {
            int node = change.path("node").asInt();
            String what = change.path("key").asString("");
            if (what.equals("tag")) {
                tags.put(node, change.get("value").asString());
            } else if (change.path("feat").asInt() == ATTRIBUTES && what.equals("id")) {
                ids.put(change.path("value").asString(""), node);
            } else if (change.path("feat").asInt() == TEXT && what.equals("text")) {
                texts.put(node, change.get("value").asString());
                said.append(change.get("value").asString()).append('\n');
            } else if (change.path("feat").asInt() == PROPERTIES && WORDS_OF_A_BOX.contains(what)) {
                said.append(change.path("value").asString("")).append('\n');
            } else if (change.path("feat").asInt() == CHILDREN && change.has("addNodes")) {
                change.get("addNodes").forEach(child -> children.computeIfAbsent(node, parent -> new ArrayList<>()).add(child.asInt()));
            } else if (change.path("type").asString("").equals("detach")) {
                tags.remove(node);
                texts.remove(node);
                children.remove(node);
            }
        }
        lastTexts = said.toString();
    }

    private String text(int node) {
        var all = new StringBuilder(texts.getOrDefault(node, ""));
        children.getOrDefault(node, List.of()).forEach(child -> all.append(text(child)));
        return all.toString();
    }

    private String get(String url) throws IOException, InterruptedException {
        return ask(request(url));
    }

    private HttpRequest.Builder request(String url) {
        return HttpRequest.newBuilder(URI.create(url)).header("Cookie", cookie).header("Accept-Encoding", "gzip").timeout(PATIENCE);
    }

    private String ask(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException(answer.statusCode() + " " + answer.headers().firstValue("Location").orElse("") + " for " + answer.uri());
        }
        return unpacked(answer);
    }

    /** As every browser asks for it. */
    private static String unpacked(HttpResponse<byte[]> answer) throws IOException {
        if (!"gzip".equals(answer.headers().firstValue("Content-Encoding").orElse(""))) {
            return new String(answer.body(), StandardCharsets.UTF_8);
        }
        try (var unzipped = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            return new String(unzipped.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
