package io.tidemark.node.telemetry;

import io.tidemark.ledger.telemetry.Machine;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The battery, as Linux tells of it ({@code Documentation/ABI/testing/sysfs-class-power}). */
final class PowerSupply {
    private final Path supplies;

    PowerSupply(Path supplies) {
        this.supplies = supplies;
    }

    /** The machine's own; null where it has none. A scanner's or mouse's is none of it. */
    Machine.@Nullable Battery battery() throws IOException {
        if (!Files.isDirectory(supplies)) return null;
        try (DirectoryStream<Path> all = Files.newDirectoryStream(supplies)) {
            for (Path supply : all)
                if (said(supply, "type").equals("Battery")
                        && !said(supply, "scope").equals("Device")
                        && Files.isReadable(supply.resolve("capacity"))) return battery(supply);
        }
        return null;
    }

    private static Machine.Battery battery(Path supply) throws IOException {
        int percent = Integer.parseInt(said(supply, "capacity"));
        return new Machine.Battery(
                Math.clamp(percent, 0, 100), !said(supply, "status").equals("Discharging"));
    }

    private static String said(Path supply, String what) throws IOException {
        Path file = supply.resolve(what);
        return Files.isReadable(file) ? Files.readString(file).strip() : "";
    }
}
