/**
 * Goods between stores. Each store's close-down tells of what it sent and what it took in, in
 * entries of their own; {@link io.tidemark.cloud.transfers.Transfers} puts both ends of a transfer
 * together by the two stores and the transfer's number, and says what is on its way and what was
 * received otherwise than it was sent. Pure; the rows come from head office's tables.
 */
@NullMarked
package io.tidemark.cloud.transfers;

import org.jspecify.annotations.NullMarked;
