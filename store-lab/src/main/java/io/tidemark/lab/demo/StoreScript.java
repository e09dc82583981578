package io.tidemark.lab.demo;

import io.tidemark.lab.retail.Dealing.StoreShare;
import io.tidemark.lab.retail.Invoice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the tills of a store do on the day: together, as one may finish what another began. */
final class StoreScript {
    private StoreScript() {}

    /** Of each till, in the order of its hours. */
    static List<List<Act>> of(Words.Shop shop, StoreShare share) {
        int count = share.tills().size();
        List<TillScript> tills = new ArrayList<>();
        for (int till = 0; till < count; till++)
            tills.add(new TillScript(shop, till, till == count - 1));
        for (int till = 0; till < count; till++) {
            Optional<TillScript> next =
                    count == 1 ? Optional.empty() : Optional.of(tills.get((till + 1) % count));
            tills.get(till).serve(inOrder(share.tills().get(till)), next);
        }
        return tills.stream().map(TillScript::acts).toList();
    }

    private static List<Invoice> inOrder(List<Invoice> invoices) {
        return invoices.stream()
                .sorted(Comparator.comparing(invoice -> invoice.lines().getFirst().at()))
                .toList();
    }
}
