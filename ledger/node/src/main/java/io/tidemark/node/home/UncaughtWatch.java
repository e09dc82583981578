package io.tidemark.node.home;

import java.lang.Thread.UncaughtExceptionHandler;
import org.jspecify.annotations.Nullable;

/**
 * A library's thread may die without harm; a promise that is broken on any thread ends the process.
 *
 * @param others the handler that was there before, asked next
 */
record UncaughtWatch(@Nullable UncaughtExceptionHandler others)
        implements UncaughtExceptionHandler {
    /** Said again once a node is up: a library may have put its own handler there meanwhile. */
    static void install() {
        UncaughtExceptionHandler current = Thread.getDefaultUncaughtExceptionHandler();
        if (!(current instanceof UncaughtWatch))
            Thread.setDefaultUncaughtExceptionHandler(new UncaughtWatch(current));
    }

    @Override
    public void uncaughtException(Thread thread, Throwable thrown) {
        ExitCode code = Failure.of(thrown).exitCode();
        boolean brokenPromise = code == ExitCode.BROKEN_PROMISE || code == ExitCode.DAMAGED;
        if (brokenPromise || thrown instanceof VirtualMachineError) NodeProcess.halt(thrown);
        System.err.println("uncaught in thread " + thread.getName());
        thrown.printStackTrace();
        if (others != null) others.uncaughtException(thread, thrown);
    }
}
