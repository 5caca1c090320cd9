package org.mashhub.console.decisions;

import java.util.List;

import org.apache.avro.specific.SpecificRecord;
import org.mashhub.hub.v1.AlertDecided;
import org.mashhub.hub.v1.LinkDecided;
import org.mashhub.hub.v1.QuarantinedRecord;
import org.mashhub.messaging.KeptRecords;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Records that the console is to publish, written in the transaction that caused them and
 * published afterwards, at least once.
 */
@Component
public class Outbox {

	private final JdbcClient jdbc;

	Outbox(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Adds a record to be published on the topic of its contract.
	 * @param key its key
	 * @param value the record
	 */
	public void add(String key, SpecificRecord value) {
		this.jdbc.sql("INSERT INTO outbox (type, record_key, payload) VALUES (:type, :key, :payload)")
			.param("type", value.getSchema().getName())
			.param("key", key)
			.param("payload", KeptRecords.write(value))
			.update();
	}

	/**
	 * The oldest record of each key, locked for the caller's transaction: a later one
	 * waits until the earlier has left, whichever instance publishes it.
	 */
	List<Waiting> waiting(int most) {
		return this.jdbc.sql("""
				SELECT id, type, record_key, payload FROM outbox
				WHERE NOT EXISTS (SELECT FROM outbox earlier
				                  WHERE earlier.record_key = outbox.record_key AND earlier.id < outbox.id)
				ORDER BY id LIMIT :most FOR UPDATE SKIP LOCKED
				""")
			.param("most", most)
			.query((row, number) -> new Waiting(row.getLong(1), row.getString(3),
					decode(row.getString(2), row.getBytes(4))))
			.list();
	}

	/** Published records leave: what they say is kept where it was decided. */
	void published(List<Long> ids) {
		this.jdbc.sql("DELETE FROM outbox WHERE id IN (:ids)").param("ids", ids).update();
	}

	private static SpecificRecord decode(String type, byte[] payload) {
		Class<? extends SpecificRecord> contract = switch (type) {
			case "AlertDecided" -> AlertDecided.class;
			case "LinkDecided" -> LinkDecided.class;
			case "QuarantinedRecord" -> QuarantinedRecord.class;
			default -> throw new IllegalStateException("the outbox holds an unknown type: " + type);
		};
		return KeptRecords.read(payload, contract);
	}

	/**
	 * A record that is not yet published.
	 *
	 * @param id its number
	 * @param key its key
	 * @param value the record
	 */
	record Waiting(long id, String key, SpecificRecord value) {
	}

}
