package fr.preau.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a running JVM says of itself, by the tools of the JDK. */
final class Jvm {

    private static final int KB = 1024;
    /** What a figure depends on, whether it was asked for or chosen by the JVM itself. */
    private static final Pattern TOLD = Pattern.compile("-XX:(?:\\+Use\\w*GC\\b|(?:InitialHeapSize|MaxHeapSize|AOTCache"
            + "|TieredStopAtLevel|ReservedCodeCacheSize|CICompilerCount|ParallelGCThreads|ConcGCThreads|ActiveProcessorCount)=\\S+|\\+UseCompactObjectHeaders)");

    private Jvm() {
    }

    /** Its version and the flags that it runs with. */
    static String said(ProcessHandle process) throws IOException, InterruptedException {
        String pid = Long.toString(process.pid());
        String version = tool("jcmd", pid, "VM.version").lines().filter(line -> line.contains("version")).findFirst().orElse("?").strip();
        return version + ", " + TOLD.matcher(tool("jcmd", pid, "VM.flags")).results().map(MatchResult::group)
                .map(Jvm::shortened).collect(Collectors.joining(" "));
    }

    /** Bytes as megabytes, and of a path its last name. */
    private static String shortened(String flag) {
        String value = flag.substring(flag.indexOf('=') + 1);
        if (value.matches("\\d{7,}")) {
            return flag.replace(value, (Long.parseLong(value) >> 20) + "m");
        }
        return value.startsWith("/") ? flag.replace(value, String.valueOf(Path.of(value).getFileName())) : flag;
    }

    /** Bytes that are reachable: two collections, then what the spaces hold. */
    static long liveHeap(ProcessHandle process) throws IOException, InterruptedException {
        String pid = Long.toString(process.pid());
        tool("jcmd", pid, "GC.run");
        tool("jcmd", pid, "GC.run");
        String[] lines = tool("jstat", "-gc", pid).strip().split("\n");
        String[] names = lines[0].strip().split("\\s+");
        String[] values = lines[1].strip().split("\\s+");
        double kilobytes = 0;
        for (int i = 0; i < names.length; i++) {
            if (List.of("S0U", "S1U", "EU", "OU").contains(names[i])) {
                kilobytes += Double.parseDouble(values[i].replace(',', '.'));
            }
        }
        return (long) (kilobytes * KB);
    }

    private static String tool(String name, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", name).toString()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(said);
        }
        return said;
    }
}
