package org.mashhub.notification.outbox;

import java.util.UUID;

import org.apache.avro.specific.SpecificRecord;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.mashhub.messaging.KeptRecords;

/**
 * What is to be published, written in the transaction of the change that it tells of.
 * Rows of one ordering key are published in the order in which they were written, as long
 * as their writers hold one lock for that key.
 */
@Component
public class Outbox {

	private final JdbcClient jdbc;

	Outbox(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Adds a record; must run in the caller's transaction.
	 * @param orderingKey records of the same key stay in order
	 * @param key key of the record in its topic
	 * @param record the record
	 */
	public void append(UUID orderingKey, String key, SpecificRecord record) {
		this.jdbc.sql("""
				INSERT INTO outbox (ordering_key, record_type, record_key, record)
				VALUES (:orderingKey, :type, :key, :record)
				""")
			.param("orderingKey", orderingKey)
			.param("type", record.getClass().getName())
			.param("key", key)
			.param("record", KeptRecords.write(record))
			.update();
	}

}
