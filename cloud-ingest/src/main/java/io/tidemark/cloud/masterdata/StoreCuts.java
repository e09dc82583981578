package io.tidemark.cloud.masterdata;

import io.tidemark.identity.Roster;
import io.tidemark.identity.Roster.StoreFacts;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Signer;
import io.tidemark.ledger.masterdata.MasterData;
import io.tidemark.ledger.masterdata.Operator;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one store gets of a version: the products that it sells, at prices in its currency, and the
 * people who work there. Cut when its gateway asks, and kept for a while; cut again it has the same
 * bytes, since nothing goes into it but the version and the roster's facts, and Ed25519 signs
 * alike. So a download may go on in a file that was cut anew.
 */
final class StoreCuts {
    /** Files that are kept; the one that was not asked for longest goes. */
    static final int KEPT_MAX = 256;

    private final Path directory;
    private final Roster roster;
    private final Signer signer;
    private final Map<Wanted, Cut> kept = new LinkedHashMap<>(16, 0.75f, true);

    private record Wanted(long version, String store) {}

    /**
     * A store's file.
     *
     * @param hash of its content, which its gateway's journal will name
     */
    record Cut(long version, Hash hash, int products, Path file, long bytes) {}

    /**
     * @param directory its own, and empty
     */
    StoreCuts(Path directory, Roster roster, Signer signer) {
        this.directory = directory;
        this.roster = roster;
        this.signer = signer;
    }

    /** One is cut at a time; a store that the roster does not know gets none. */
    synchronized Optional<Cut> of(Published published, String store) throws IOException {
        Optional<StoreFacts> facts = roster.store(store);
        if (facts.isEmpty()) return Optional.empty();
        Wanted wanted = new Wanted(published.version(), store);
        Cut known = kept.get(wanted);
        if (known != null && Files.isRegularFile(known.file())) return Optional.of(known);
        Cut made = cut(published, facts.get());
        kept.put(wanted, made);
        forget();
        return Optional.of(made);
    }

    /** One that is at hand. */
    synchronized Optional<Cut> ready(Published published, String store) {
        return Optional.ofNullable(kept.get(new Wanted(published.version(), store)));
    }

    private Cut cut(Published published, StoreFacts store) throws IOException {
        Path file = directory.resolve(published.version() + "-" + store.store() + ".tmd");
        try (Draft products = Draft.in(directory);
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            MasterDataFiles.read(
                    published.file(),
                    (product, _, _) -> {
                        if (product.currency().equals(store.currency())
                                && product.isSoldIn(store.store()))
                            products.add(product.withoutStores());
                    });
            Hash hash =
                    products.within(
                            around(published.around(), store.store()),
                            assembly -> assembly.write(out, signer));
            out.flush();
            return new Cut(published.version(), hash, products.products(), file, Files.size(file));
        }
    }

    private static MasterData around(MasterData whole, String store) {
        List<Operator> operators =
                whole.operators().stream()
                        .filter(operator -> operator.worksIn(store))
                        .map(Operator::withoutStores)
                        .toList();
        return new MasterData(
                whole.organisation(),
                whole.version(),
                whole.taxes(),
                List.of(),
                operators,
                whole.rules(),
                store);
    }

    private void forget() throws IOException {
        Iterator<Cut> longestUnasked = kept.values().iterator();
        while (kept.size() > KEPT_MAX) {
            Files.deleteIfExists(longestUnasked.next().file());
            longestUnasked.remove();
        }
    }
}
