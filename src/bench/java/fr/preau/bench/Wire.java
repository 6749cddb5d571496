package fr.preau.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A reader's line to the server: one kept connection (another when the server ends it), one question after the other, each answer read to its
 * end and thrown away. It costs a tenth of what a whole HTTP client costs, for it runs on the cores of those whom it measures.
 */
final class Wire implements AutoCloseable {

    private static final int PATIENCE = 60_000;

    private final URI server;
    private final String host;
    private final byte[] waste = new byte[1 << 14];
    private Socket socket;
    private InputStream in;
    private boolean ended;

    Wire(URI server) throws IOException {
        this.server = server;
        host = server.getAuthority();
        connect();
    }

    private void connect() throws IOException {
        socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE);
        socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
        in = new BufferedInputStream(socket.getInputStream(), 1 << 14);
    }

    /**
     * @param bytes of the body as it went over the wire
     * @param tag   of the page, for the next time; empty if it has none
     */
    record Answer(int status, long bytes, String tag) {
    }

    /** @param heads each with its end of line */
    Answer get(String path, String heads) throws IOException {
        if (ended) {
            socket.close();
            connect();
            ended = false;
        }
        socket.getOutputStream().write(("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n" + heads + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        int status = Integer.parseInt(line().split(" ")[1]);
        long length = -1;
        boolean inPieces = false;
        String tag = "";
        for (String head = line(); !head.isEmpty(); head = line()) {
            int colon = head.indexOf(':');
            String value = head.substring(colon + 1).strip();
            switch (head.substring(0, colon).toLowerCase(Locale.ROOT)) {
                case "content-length" -> length = Long.parseLong(value);
                case "transfer-encoding" -> inPieces = value.equalsIgnoreCase("chunked");
                case "etag" -> tag = value;
                case "connection" -> ended = value.equalsIgnoreCase("close");
                default -> { }
            }
        }
        if (status == 304 || status == 204) {
            return new Answer(status, 0, tag);
        }
        if (!inPieces && length < 0) {
            throw new IOException("An answer without an end: " + status + " for " + path);
        }
        return new Answer(status, inPieces ? pieces() : skip(length), tag);
    }

    private long pieces() throws IOException {
        long all = 0;
        for (long piece = Long.parseLong(line(), 16); piece > 0; piece = Long.parseLong(line(), 16)) {
            all += skip(piece);
            line();
        }
        line();
        return all;
    }

    private long skip(long length) throws IOException {
        for (long left = length; left > 0; ) {
            int read = in.read(waste, 0, (int) Math.min(left, waste.length));
            if (read < 0) {
                throw new EOFException();
            }
            left -= read;
        }
        return length;
    }

    private String line() throws IOException {
        var line = new StringBuilder(80);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException();
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
