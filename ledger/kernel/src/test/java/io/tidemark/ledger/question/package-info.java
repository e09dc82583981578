@NullMarked
package io.tidemark.ledger.question;

import org.jspecify.annotations.NullMarked;
