package org.mashhub.notification.outbox;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.apache.avro.specific.SpecificRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import org.mashhub.messaging.KeptRecords;

/**
 * Publishes the outbox: each row at least once, the rows of one ordering key in order,
 * also when several instances share the database. Away brokers are waited for.
 */
@Component
class OutboxRelay {

	private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final Publisher publisher;

	OutboxRelay(JdbcClient jdbc, TransactionTemplate transaction, Publisher publisher) {
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.publisher = publisher;
	}

	@Scheduled(fixedDelayString = "${hub.notification.delivery.poll-interval}")
	void drain() {
		try {
			boolean more;
			do {
				more = Boolean.TRUE.equals(this.transaction.execute((status) -> publishSome()));
			}
			while (more);
		}
		catch (RuntimeException ex) {
			log.atWarn().addKeyValue("reason", ex.getClass().getSimpleName()).log("Outbox waits");
		}
	}

	private boolean publishSome() {
		List<Row> rows = heads();
		CompletableFuture
			.allOf(rows.stream()
				.map((row) -> this.publisher.publish(row.key(), row.decode()))
				.toArray(CompletableFuture[]::new))
			.join();
		delete(rows);
		return !rows.isEmpty();
	}

	/** The oldest row of each key: a later one waits until the earlier is gone. */
	private List<Row> heads() {
		return this.jdbc.sql("""
				SELECT outbox_id, record_type, record_key, record FROM outbox
				WHERE NOT EXISTS (SELECT FROM outbox earlier
					WHERE earlier.ordering_key = outbox.ordering_key AND earlier.outbox_id < outbox.outbox_id)
				ORDER BY outbox_id LIMIT 200 FOR UPDATE SKIP LOCKED
				""")
			.query((result, number) -> new Row(result.getLong("outbox_id"), result.getString("record_type"),
					result.getString("record_key"), result.getBytes("record")))
			.list();
	}

	private void delete(List<Row> rows) {
		if (!rows.isEmpty()) {
			this.jdbc.sql("DELETE FROM outbox WHERE outbox_id IN (:ids)")
				.param("ids", rows.stream().map(Row::id).toList())
				.update();
		}
	}

	@SuppressWarnings("ArrayRecordComponent")
	private record Row(long id, String type, String key, byte[] record) {

		SpecificRecord decode() {
			try {
				return KeptRecords.read(this.record, Class.forName(this.type).asSubclass(SpecificRecord.class));
			}
			catch (ClassNotFoundException ex) {
				throw new IllegalStateException("outbox row " + this.id + " cannot be read as " + this.type, ex);
			}
		}

	}

}
