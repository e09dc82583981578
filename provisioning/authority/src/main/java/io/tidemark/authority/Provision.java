package io.tidemark.authority;

import io.tidemark.identity.IdentityDamaged;
import io.tidemark.identity.WrongPassphrase;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The authority's command line: {@code tidemark provision …}. */
@Command(
        name = "provision",
        description = {
            "Founds an organisation, provisions its stores, replaces their devices, grants new epochs"
                    + " with a store's recovery key, and shows who belongs to it."
        },
        subcommands = {
            ProvisionOrganisation.class,
            ProvisionStore.class,
            ProvisionReplaceTill.class,
            ProvisionReplaceGateway.class,
            ProvisionEpoch.class,
            ProvisionShow.class
        },
        footer = {
            "",
            "Ends with 0 if done, 2 if something asked for is wrong, 3 if files are damaged,"
                    + " 4 if someone else is provisioning, 6 if the passphrase is wrong."
        })
public final class Provision implements Callable<Integer> {
    static final int BAD_USAGE = 2;
    static final int DAMAGED = 3;
    static final int IN_USE = 4;
    static final int WRONG_PASSPHRASE = 6;
    static final int UNEXPECTED = 70;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Shows this help.")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean help;

    /** Does not return: ends the process with the command's exit code. */
    public static void main(String... arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** For who runs it within a process of its own. */
    public static CommandLine commandLine() {
        return new CommandLine(new Provision())
                .setExecutionExceptionHandler(
                        (thrown, command, parsed) -> explained(thrown, command.getErr()));
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return BAD_USAGE;
    }

    /** The outermost of the program: whatever a command throws comes here, and ends it. */
    private static int explained(Exception thrown, PrintWriter err) {
        int code = codeOf(thrown);
        // What has words of its own needs no trace; what has none is a bug, and is to be found.
        if (code == UNEXPECTED) thrown.printStackTrace(err);
        else err.println(messageOf(thrown));
        err.flush();
        return code;
    }

    private static int codeOf(Exception thrown) {
        return switch (thrown) {
            case WrongPassphrase _ -> WRONG_PASSPHRASE;
            case IdentityDamaged _ -> DAMAGED;
            case AuthorityInUse _ -> IN_USE;
            case ProvisioningRefused _, IOException _ -> BAD_USAGE;
            default -> UNEXPECTED;
        };
    }

    private static String messageOf(Exception thrown) {
        return thrown instanceof IOException
                ? "cannot read or write: "
                        + thrown
                        + "; check permissions and free space, then try again"
                : String.valueOf(thrown.getMessage());
    }
}
