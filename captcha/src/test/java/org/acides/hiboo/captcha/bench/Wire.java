package org.acides.hiboo.captcha.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One connection that sends one request again and again, and costs the machine as little as can be. */
final class Wire implements Rate.Work {

    private final Socket socket;
    private final InputStream in;
    private final byte[] request;

    Wire(int port, String request) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
        this.request = request.getBytes(StandardCharsets.US_ASCII);
    }

    static String get(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    }

    static String post(String path, String form) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                + "Content-Length: " + form.length() + "\r\n\r\n" + form;
    }

    @Override
    public boolean once() throws IOException {
        socket.getOutputStream().write(request);
        int length = -1;
        boolean chunked = false;
        for (String line = line(); !line.isEmpty(); line = line()) {
            String header = line.toLowerCase(Locale.ROOT);
            if (header.startsWith("content-length:"))
                length = Integer.parseInt(header.substring(15).strip());
            if (header.startsWith("transfer-encoding:")) chunked = true;
        }
        if (chunked) {
            for (int size = size(); size > 0; size = size()) in.skipNBytes(size + 2);
            line();
        } else in.skipNBytes(Math.max(0, length));
        return true;
    }

    private int size() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) throw new IOException("the server hung up");
            if (next != '\r') line.append((char) next);
        }
        return line.toString();
    }
}
