package io.tidemark.edge.record;

import io.tidemark.ledger.masterdata.MasterData;
import io.tidemark.ledger.masterdata.Operator;
import io.tidemark.ledger.masterdata.Rules;
import java.util.List;
import java.util.Optional;

/**
 * Who may do what at a till, as one version of the master data says it.
 *
 * @param operators none where the master data name none: then whoever is named is taken, and
 *     everything is allowed to them
 */
public record Staff(List<Operator> operators, Rules rules) {
    /** Before any master data, and where it names no operators. */
    public static final Staff ANYBODY = new Staff(List.of(), Rules.NONE);

    public Staff {
        operators = List.copyOf(operators);
    }

    public static Staff of(MasterData data) {
        return new Staff(data.operators(), data.rules());
    }

    public boolean isNamed() {
        return !operators.isEmpty();
    }

    public Optional<Operator> find(String number) {
        return Operator.find(operators, number);
    }
}
