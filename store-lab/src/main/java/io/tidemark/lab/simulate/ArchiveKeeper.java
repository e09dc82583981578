package io.tidemark.lab.simulate;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tidemark.lab.simulate.Violation.Check;
import io.tidemark.ledger.ArchiveReceipt;
import io.tidemark.ledger.Hash;
import java.util.Arrays;
import java.util.Optional;

/**
 * Head office's archive: keeps sealed segments as they come, each on disk before the receipt for it
 * is signed, and says what it has.
 */
final class ArchiveKeeper {
    private final Machine machine;
    private final ArchiveDisk disk;

    ArchiveKeeper(Machine machine) {
        this.machine = machine;
        this.disk = new ArchiveDisk(machine.world());
    }

    void receive(Wire wire, Parcel parcel) {
        switch (parcel.kind()) {
            case KEEP -> {
                if (!machine.disk().isFull()) keep(wire, parcel);
            }
            case LIST -> answer(wire, parcel, Parcel.Kind.LISTED, listing());
            default -> throw new IllegalStateException("a gateway sent " + parcel.kind());
        }
    }

    private byte[] listing() {
        return String.join("\n", disk.keys()).getBytes(UTF_8);
    }

    private void keep(Wire wire, Parcel parcel) {
        Sealed sealed = Sealed.parse(parcel.bytes());
        Note file = disk.file(sealed.origin(), sealed.name());
        Optional<byte[]> here = file.read();
        if (here.isEmpty()) machine.world().parts().keep(file, sealed.content());
        else requireSame(here.get(), sealed);
        machine.world().parts().keptNames(disk);
        ArchiveReceipt receipt =
                ArchiveReceipt.sign(
                        machine.journalId(),
                        sealed.origin(),
                        new ArchiveReceipt.Kept(
                                sealed.name(),
                                sealed.content().length,
                                Hash.digest(sealed.content())),
                        machine.world().keysOf(machine).signer());
        answer(wire, parcel, Parcel.Kind.FILED, receipt.toBytes());
    }

    /** It is never replaced. */
    private static void requireSame(byte[] here, Sealed sealed) {
        Violation.require(
                Arrays.equals(here, sealed.content()),
                Check.ARCHIVED,
                () ->
                        "another content of "
                                + sealed.origin()
                                + " came under the name "
                                + sealed.name());
    }

    private void answer(Wire wire, Parcel asked, Parcel.Kind kind, byte[] bytes) {
        Parcel answer = new Parcel(asked.connection(), kind, bytes, asked.number());
        machine.later(1, () -> wire.toClient(answer));
    }
}
