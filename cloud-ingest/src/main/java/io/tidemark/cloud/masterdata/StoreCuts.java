package io.tidemark.cloud.masterdata;

import io.tidemark.identity.Roster;
import io.tidemark.identity.Roster.StoreFacts;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Signer;
import io.tidemark.ledger.masterdata.MasterData;
import io.tidemark.ledger.masterdata.Operator;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * What one store gets of a version: the products that it sells, at prices in its currency, and the
 * people who work there. Cut when its gateway asks, and kept for a while; cut again it has the same
 * bytes, since nothing goes into it but the version and the roster's facts, and Ed25519 signs
 * alike. So a download may go on in a file that was cut anew.
 */
final class StoreCuts {
    /** Files that are kept; the one that was not asked for longest goes. */
    static final int KEPT_MAX = 256;

    /** A gateway waits ten seconds for the first byte. */
    private static final Duration WAIT_MAX = Duration.ofSeconds(4);

    private static final int AT_A_TIME = 2;

    private final Drafts drafts;
    private final Roster roster;
    private final Signer signer;
    private final Semaphore cutting = new Semaphore(AT_A_TIME);
    private final Map<Wanted, Cut> kept = new LinkedHashMap<>(16, 0.75f, true);

    private record Wanted(long version, String store) {}

    /**
     * A store's file.
     *
     * @param hash of its content, which its gateway's journal will name
     */
    record Cut(long version, Hash hash, int products, Path file, long bytes) {}

    /**
     * @param drafts its own, and empty
     */
    StoreCuts(Drafts drafts, Roster roster, Signer signer) {
        this.drafts = drafts;
        this.roster = roster;
        this.signer = signer;
    }

    /** Too many are being cut: whoever asks is to ask again. */
    static final class Busy extends Exception {
        private static final long serialVersionUID = 1L;

        Busy() {
            super("other stores' files are being cut");
        }
    }

    /**
     * Cuts it if it is not at hand. A store that the roster does not know gets none.
     *
     * @throws Busy rather than let a gateway wait for longer than it will: what it would get then
     *     nobody would take
     */
    Optional<Cut> of(Published published, String store) throws IOException, Busy {
        Optional<StoreFacts> facts = roster.store(store);
        if (facts.isEmpty()) return Optional.empty();
        Optional<Cut> known = ready(published, store);
        return known.isPresent() ? known : Optional.of(made(published, facts.get()));
    }

    /** One that is at hand. */
    Optional<Cut> ready(Published published, String store) {
        synchronized (kept) {
            return Optional.ofNullable(kept.get(new Wanted(published.version(), store)))
                    .filter(cut -> Files.isRegularFile(cut.file()));
        }
    }

    private Cut made(Published published, StoreFacts store) throws IOException, Busy {
        try {
            if (!cutting.tryAcquire(WAIT_MAX.toMillis(), TimeUnit.MILLISECONDS)) throw new Busy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Busy();
        }
        try {
            Optional<Cut> meanwhile = ready(published, store.store());
            if (meanwhile.isPresent()) return meanwhile.get();
            Cut made = cut(published, store);
            keep(new Wanted(published.version(), store.store()), made);
            return made;
        } finally {
            cutting.release();
        }
    }

    private Cut cut(Published published, StoreFacts store) throws IOException {
        Path file = Files.createTempFile(drafts.directory(), published.version() + "-", ".tmd");
        try {
            return cut(published, store, file);
        } catch (IOException | RuntimeException e) {
            // A disk that has no room for it must not be left with a part of it.
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private Cut cut(Published published, StoreFacts store, Path file) throws IOException {
        try (Draft products = drafts.products();
                OutputStream out = drafts.into(file)) {
            MasterDataFiles.read(
                    published.file(),
                    (product, _, _) -> {
                        if (product.currency().equals(store.currency())
                                && product.isSoldIn(store.store()))
                            products.add(product.withoutStores());
                    });
            Hash hash =
                    products.within(
                            around(published.around(), store),
                            assembly -> assembly.write(out, signer));
            out.flush();
            return new Cut(published.version(), hash, products.products(), file, Files.size(file));
        }
    }

    private void keep(Wanted wanted, Cut made) throws IOException {
        synchronized (kept) {
            Cut before = kept.put(wanted, made);
            if (before != null) Files.deleteIfExists(before.file());
            Iterator<Cut> longestUnasked = kept.values().iterator();
            while (kept.size() > KEPT_MAX) {
                Files.deleteIfExists(longestUnasked.next().file());
                longestUnasked.remove();
            }
        }
    }

    private static MasterData around(MasterData whole, StoreFacts facts) {
        String store = facts.store();
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
                store,
                whole.trade().of(store, facts.currency()));
    }
}
