package io.tidemark.lab.process;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Kills what is left when the laboratory is gone, even if it was killed itself and no shutdown hook
 * ran: a shell that reads from a pipe whose other end only this process holds. When the pipe ends,
 * the laboratory has ended, and the shell kills the processes it was told of, and unmounts what was
 * mounted for them.
 */
final class ProcessGuard implements AutoCloseable {
    private static final String SCRIPT =
            """
            trap '' INT TERM HUP
            watched=
            mounts=
            while read -r verb pid; do
                case $verb in
                    watch) watched="$watched $pid" ;;
                    mounted) mounts="$pid
            $mounts" ;;
                    forget) left=; for one in $watched; do [ "$one" = "$pid" ] || left="$left $one"; done; watched=$left ;;
                esac
            done
            for one in $watched; do kill -9 "$one" 2>/dev/null; done
            printf '%s' "$mounts" | while read -r one; do umount -l "$one" 2>/dev/null; done
            """;

    private final Process shell;
    private final OutputStream pipe;

    private ProcessGuard(Process shell) {
        this.shell = shell;
        this.pipe = shell.getOutputStream();
    }

    static ProcessGuard start() {
        try {
            return new ProcessGuard(
                    new ProcessBuilder("sh", "-c", SCRIPT)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start());
        } catch (IOException e) {
            throw new UncheckedIOException("no shell (sh) to guard the nodes with", e);
        }
    }

    void watch(long pid) {
        tell("watch " + pid);
    }

    /** A file system to take away again at the end, in any case. */
    void mounted(Path at) {
        tell("mounted " + at);
    }

    /** To be told once a process has ended, so that its number may be given to another. */
    void forget(long pid) {
        tell("forget " + pid);
    }

    @Override
    public void close() {
        try {
            pipe.close();
            shell.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void tell(String line) {
        try {
            pipe.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            pipe.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the shell that guards the nodes is gone", e);
        }
    }
}
