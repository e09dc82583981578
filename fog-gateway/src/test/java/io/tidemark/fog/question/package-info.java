@NullMarked
package io.tidemark.fog.question;

import org.jspecify.annotations.NullMarked;
