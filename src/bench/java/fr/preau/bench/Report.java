package fr.preau.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** What a bench saw and on which machine: a table for people and JSON for programs, below {@code target/bench}. */
record Report(String bench, Map<String, String> machine, List<Figure> figures) {

    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(bench + ".txt"), text());
        Files.writeString(folder.resolve(bench + ".json"), JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(json()));
    }

    /** What an earlier run saw is not what this one sees, should it fail. */
    static void forget(String bench, Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(bench + ".txt"));
        Files.deleteIfExists(folder.resolve(bench + ".json"));
    }

    String text() {
        int name = width(figures.stream().map(Figure::name).toList());
        var lines = new StringBuilder(bench).append('\n');
        machine.forEach((what, value) -> lines.append("  ").append(what).append(": ").append(value).append('\n'));
        for (var figure : figures) {
            String verdict = figure.limit() == null ? "" : (figure.reached() ? "reached " : "MISSED  ") + figure.limit();
            lines.append(("  %-" + name + "s  %12s %-10s  %-22s %s").formatted(figure.name(), number(figure.value()), figure.unit(),
                    verdict, figure.method()).stripTrailing()).append('\n');
        }
        return lines.toString();
    }

    private Map<String, Object> json() {
        var all = new LinkedHashMap<String, Object>();
        all.put("bench", bench);
        all.put("machine", machine);
        all.put("figures", figures.stream().map(Report::json).toList());
        return all;
    }

    private static Map<String, Object> json(Figure figure) {
        var one = new LinkedHashMap<String, Object>();
        one.put("name", figure.name());
        one.put("value", figure.value());
        one.put("unit", figure.unit());
        one.put("method", figure.method());
        if (figure.limit() != null) {
            one.put("limit", figure.limit().toString());
            one.put("reached", figure.reached());
        }
        return one;
    }

    private static int width(List<String> words) {
        return words.stream().collect(Collectors.summarizingInt(String::length)).getMax();
    }

    static String number(double value) {
        if (value == Math.rint(value)) {
            return String.format(Locale.ROOT, "%,d", (long) value);
        }
        return String.format(Locale.ROOT, Math.abs(value) < 10 ? "%.2f" : "%,.1f", value);
    }
}
