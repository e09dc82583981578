package io.tidemark.authority;

import io.tidemark.ledger.NodeName;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "replace-till",
        description = {
            "Puts a new device at the workstation of a till that is broken, lost or stolen.",
            "It opens a day of its own: tills do not yet take up grants that go on with another's day."
        })
final class ProvisionReplaceTill implements Callable<Integer> {
    @Mixin private final ReplaceOptions options = new ReplaceOptions();

    @Option(
            names = "--device",
            required = true,
            paramLabel = "URI",
            description = "The old till, such as tidemark://s001.shop.example/till-1.")
    @SuppressWarnings("NullAway.Init") // required: picocli sets it
    private String device;

    @Option(
            names = "--new-device",
            required = true,
            paramLabel = "LABEL",
            description = "The new one's label, which no device of the store ever had.")
    @SuppressWarnings("NullAway.Init") // required: picocli sets it
    private String newDevice;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        NodeName till = Names.node("--device", device);
        Authority authority = options.open();
        Replaced replaced =
                authority.replaceTill(
                        till, newDevice, options.settings(authority, till), options.out());
        PrintWriter out = spec.commandLine().getOut();
        out.println(
                newDevice
                        + " stands at workstation "
                        + replaced.before().workstation()
                        + " in the place of "
                        + till.device()
                        + ".");
        ReplacedPrint.print(replaced, out);
        out.flush();
        return 0;
    }
}
