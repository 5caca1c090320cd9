package org.mashhub.console.feed;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.mashhub.hub.v1.Alert;
import org.mashhub.messaging.Contracts;
import org.mashhub.messaging.RegistryUnavailableException;
import org.mashhub.messaging.UndecodableRecordException;
import org.mashhub.tracing.Step;
import org.mashhub.tracing.Traces;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Reads the topics from the places that the database holds. What cannot be helped by
 * waiting is set aside with its bytes; everything else is retried for ever.
 */
@Component
class ReadModelFeed extends PlacedFeed {

	private static final String ALERTS = Contracts.topicOf(Alert.class);

	private final Deserializer<SpecificRecord> deserializer;

	private final FeedTransaction transaction;

	private final Traces traces;

	ReadModelFeed(Deserializer<SpecificRecord> deserializer, FeedTransaction transaction,
			@Qualifier("readModelPositions") FeedPositions positions, FeedMetrics metrics, Traces traces) {
		super(positions, metrics);
		this.deserializer = deserializer;
		this.transaction = transaction;
		this.traces = traces;
	}

	/** The topics that are read; asked for by the listener's annotation. */
	public static String[] topics() {
		return Projector.CONTRACTS.stream().map(Contracts::topicOf).toArray(String[]::new);
	}

	@KafkaListener(id = "read-model", idIsGroup = false, containerFactory = "feedContainerFactory",
			autoStartup = "${spring.kafka.listener.auto-startup:true}",
			topics = "#{T(org.mashhub.console.feed.ReadModelFeed).topics()}",
			properties = { "fetch.min.bytes=65536", "fetch.max.wait.ms=50" })
	void on(List<ConsumerRecord<String, byte[]>> records, Consumer<String, byte[]> consumer) {
		if (!knowsItsPlaces() || !show(records)) {
			reposition(consumer);
		}
	}

	/** In the traces of the alerts among them; a batch's log lines belong to none. */
	private boolean show(List<ConsumerRecord<String, byte[]>> records) {
		List<Step> steps = records.stream()
			.filter((each) -> each.topic().equals(ALERTS))
			.map((each) -> this.traces.beside("show", Step.in(each.headers())))
			.toList();
		try {
			return apply(records);
		}
		finally {
			steps.reversed().forEach(Step::close);
		}
	}

	private boolean apply(List<ConsumerRecord<String, byte[]>> records) {
		List<Decoded> decoded = new ArrayList<>(records.size());
		List<SetAside> undecodable = new ArrayList<>();
		for (ConsumerRecord<String, byte[]> each : records) {
			try {
				decoded
					.add(new Decoded(each, this.deserializer.deserialize(each.topic(), each.headers(), each.value())));
			}
			catch (UndecodableRecordException ex) {
				undecodable.add(new SetAside(each, "cannot be decoded: " + ex.getClass().getSimpleName()));
			}
		}
		try {
			return this.transaction.apply(generation(), records, decoded, undecodable);
		}
		catch (DataAccessException | TransactionException | RegistryUnavailableException ex) {
			if (isPoison(ex)) {
				return oneByOne(records, decoded, undecodable);
			}
			throw ex;
		}
		catch (RuntimeException ex) {
			return oneByOne(records, decoded, undecodable);
		}
	}

	/** Finds the records that cannot be written, and sets only those aside. */
	private boolean oneByOne(List<ConsumerRecord<String, byte[]>> records, List<Decoded> decoded,
			List<SetAside> undecodable) {
		List<Decoded> sound = new ArrayList<>();
		List<SetAside> aside = new ArrayList<>(undecodable);
		for (Decoded each : decoded) {
			try {
				this.transaction.tryOut(each);
				sound.add(each);
			}
			catch (DataAccessException | TransactionException ex) {
				if (!isPoison(ex)) {
					throw ex;
				}
				aside.add(new SetAside(each.source(), "cannot be shown: " + ex.getClass().getSimpleName() + state(ex)));
			}
			catch (RuntimeException ex) {
				aside.add(new SetAside(each.source(), "cannot be shown: " + ex.getClass().getSimpleName()));
			}
		}
		return this.transaction.apply(generation(), records, sound, aside);
	}

	/** The database's code of the reason; its words may repeat the data. */
	private static String state(Exception failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof SQLException refused) {
				return ", SQL state " + refused.getSQLState();
			}
		}
		return "";
	}

	/** Data that the database will never take, as against a database that is away. */
	private static boolean isPoison(RuntimeException exception) {
		return exception instanceof DataIntegrityViolationException;
	}

	/**
	 * A record set aside.
	 *
	 * @param source the record
	 * @param reason why, without personal data
	 */
	record SetAside(ConsumerRecord<String, byte[]> source, String reason) {
	}

}
