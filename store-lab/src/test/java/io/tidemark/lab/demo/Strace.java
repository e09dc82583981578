package io.tidemark.lab.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Watches what a process asks of its system: journal writes, forces, and what goes over sockets.
 */
final class Strace implements AutoCloseable {
    /** Bytes of what is written that are told of each call. */
    private static final int SHOWN = 16;

    private static final Pattern CALL = Pattern.compile("^(\\d+) +(\\w+)\\((.*)$");
    private static final Pattern RESUMED =
            Pattern.compile("^(\\d+) +<\\.\\.\\. (\\w+) resumed>(.*)$");

    /** Zeros, as many as are shown: no frame begins so. They hold nothing that could be told. */
    private static final String ROOM_IN_ADVANCE = '"' + "\\0".repeat(SHOWN) + '"';

    private final Process strace;
    private final Path output;

    /** What a call was about; a call that began and ended apart is two happenings. */
    enum What {
        JOURNAL_WRITTEN,
        JOURNAL_FORCED,
        WRITE_TO_SOCKET
    }

    /**
     * @param where the file or connection, as strace names it
     */
    record Happening(What what, String where) {}

    private Strace(Process strace, Path output) {
        this.strace = strace;
        this.output = output;
    }

    /** Returns once it is attached to every thread. */
    static Strace attach(long pid, Path output) throws IOException {
        Process strace = started(pid, output);
        StringBuilder said = new StringBuilder();
        while (said.indexOf("attached") < 0) {
            int one = strace.getInputStream().read();
            if (one < 0) throw new IOException("strace did not attach: " + said);
            said.append((char) one);
        }
        return new Strace(strace, output);
    }

    private static Process started(long pid, Path output) throws IOException {
        try {
            return new ProcessBuilder(
                            "strace",
                            "-f",
                            "-yy",
                            "-s",
                            String.valueOf(SHOWN),
                            "-o",
                            output.toString(),
                            "-e",
                            "trace=write,writev,sendto,sendmsg,pwrite64,fsync,fdatasync,msync",
                            "-p",
                            Long.toString(pid))
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException missing) {
            throw new IOException("this test needs strace: apt install strace", missing);
        }
    }

    /** Detaches and tells what happened, in order. */
    List<Happening> happenings() throws IOException {
        close();
        Map<String, String> unfinished = new HashMap<>();
        List<Happening> happenings = new ArrayList<>();
        for (String line : Files.readAllLines(output, StandardCharsets.ISO_8859_1)) {
            Matcher resumed = RESUMED.matcher(line);
            if (resumed.matches()) {
                String arguments = unfinished.remove(resumed.group(1));
                if (arguments != null)
                    ended(resumed.group(2), arguments, resumed.group(3), happenings);
                continue;
            }
            Matcher call = CALL.matcher(line);
            if (!call.matches()) continue;
            began(call.group(2), call.group(3), happenings);
            if (call.group(3).endsWith("<unfinished ...>"))
                unfinished.put(call.group(1), call.group(3));
            else ended(call.group(2), call.group(3), call.group(3), happenings);
        }
        return happenings;
    }

    @Override
    public void close() {
        strace.destroy();
        strace.onExit().join();
    }

    /**
     * What is written counts from its beginning: that is the earliest at which another could see
     * it.
     */
    private static void began(String call, String arguments, List<Happening> happenings) {
        boolean writes = call.startsWith("write") || call.startsWith("send");
        if (writes && arguments.contains("<TCP"))
            happenings.add(new Happening(What.WRITE_TO_SOCKET, place(arguments)));
        boolean journal = arguments.contains(".tmj>") && !arguments.contains(ROOM_IN_ADVANCE);
        if ((writes || call.equals("pwrite64")) && journal)
            happenings.add(new Happening(What.JOURNAL_WRITTEN, place(arguments)));
    }

    /** What is forced counts from its end. */
    private static void ended(
            String call, String arguments, String result, List<Happening> happenings) {
        if (call.matches("fsync|fdatasync")
                && arguments.contains(".tmj>")
                && result.endsWith("= 0"))
            happenings.add(new Happening(What.JOURNAL_FORCED, place(arguments)));
    }

    private static String place(String arguments) {
        int from = arguments.indexOf('<');
        int to = arguments.indexOf(">,", from);
        return arguments.substring(from, to < 0 ? arguments.indexOf('>', from) : to);
    }
}
