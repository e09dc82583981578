package io.tidemark.cloud.masterdata;

import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.masterdata.MasterDataStream;
import io.tidemark.node.paper.Articles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What articles are called in the file that is published. That is read from end to end, so each
 * article is looked for once in each version. Safe for use by several threads.
 */
final class CatalogueNames implements Articles.Names {
    private final Supplier<Optional<Published>> current;
    private final Map<String, String> known = new HashMap<>();
    private final Set<String> asked = new HashSet<>();
    private long askedVersion;

    CatalogueNames(Supplier<Optional<Published>> current) {
        this.current = current;
    }

    @Override
    public synchronized Map<String, String> of(Set<String> plus) {
        current.get().ifPresent(published -> learn(plus, published));
        Map<String, String> names = new HashMap<>(known);
        names.keySet().retainAll(plus);
        return names;
    }

    @Override
    public String source() {
        return "master data " + current.get().map(Published::version).orElse(0L);
    }

    private void learn(Set<String> plus, Published published) {
        if (published.version() != askedVersion) asked.clear();
        askedVersion = published.version();
        Set<String> wanted = new HashSet<>(plus);
        wanted.removeAll(asked);
        if (!wanted.isEmpty() && read(wanted, published)) asked.addAll(wanted);
    }

    /** False where another version took its place meanwhile: whoever asks again finds that. */
    private boolean read(Set<String> wanted, Published published) {
        try (InputStream in = Files.newInputStream(published.file())) {
            MasterDataStream.read(
                    in,
                    (product, _, _) -> {
                        if (wanted.contains(product.plu()))
                            known.put(product.plu(), product.description());
                    });
            return true;
        } catch (IOException | Malformed goneOrDamaged) {
            return false;
        }
    }
}
