package org.mashhub.adapter.housing.snapshot;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

import org.mashhub.adapter.kit.LogUnavailableException;
import org.mashhub.hub.v1.HousingSnapshot;
import org.mashhub.hub.v1.HousingSnapshotState;
import org.mashhub.hub.v1.HousingTenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class KafkaSnapshotLogTest {

	private static final String TENANCIES = "hub.housing-tenancies.v1";

	private static final String SNAPSHOTS = "hub.housing-snapshots.v1";

	private static final Duration PATIENCE = Duration.ofMillis(500);

	private static final Scope SCOPE = new Scope("L1", null);

	private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");

	private final List<SpecificRecord> values = new ArrayList<>();

	private final KafkaSnapshotLog log = new KafkaSnapshotLog(() -> this.consumer,
			(topic, value) -> this.values.get(value[0]), PATIENCE);

	@Test
	void readsTheTenanciesOfOneLandlordFromAllPartitions() {
		topic(TENANCIES, 2, Map.of(0, 2L, 1, 1L));
		this.consumer.schedulePollTask(() -> {
			add(TENANCIES, 0, 0, "L1/-/T1", known("T1"));
			add(TENANCIES, 0, 1, "L1/scn-one/T9", known("T9"));
		});
		this.consumer.schedulePollTask(() -> add(TENANCIES, 1, 0, "L1/-/T2", known("T2")));
		List<String> references = new ArrayList<>();

		this.log.tenancies(SCOPE, (tenancy) -> references.add(tenancy.getTenancyReference()));

		assertThat(references).containsExactly("T1", "T2");
		assertThat(this.consumer.closed()).isTrue();
	}

	@Test
	void findsTheNewestTable() {
		topic(SNAPSHOTS, 1, Map.of(0, 3L));
		this.consumer.schedulePollTask(() -> {
			add(SNAPSHOTS, 0, 0, "L1/-", snapshot(1));
			add(SNAPSHOTS, 0, 1, "L1/-", snapshot(2));
			add(SNAPSHOTS, 0, 2, "L11/-", snapshot(3));
		});

		assertThat(this.log.newest(SCOPE))
			.hasValueSatisfying((newest) -> assertThat(newest.getTakenOn()).isEqualTo(LocalDate.of(2025, 11, 2)));
	}

	@Test
	void knowsThatThereIsNoTable() {
		topic(SNAPSHOTS, 1, Map.of(0, 0L));

		assertThat(this.log.newest(SCOPE)).isEmpty();
	}

	@Test
	void neverTakesWhatItCannotReadForEmpty() {
		topic(TENANCIES, 1, Map.of(0, 1L));
		assertThatExceptionOfType(LogUnavailableException.class)
			.isThrownBy(() -> this.log.tenancies(SCOPE, (tenancy) -> {
			}));
		assertThat(this.consumer.closed()).isTrue();

		MockConsumer<String, byte[]> unprovisioned = new MockConsumer<>("earliest");
		assertThatExceptionOfType(LogUnavailableException.class).isThrownBy(
				() -> new KafkaSnapshotLog(() -> unprovisioned, (topic, value) -> null, PATIENCE).newest(SCOPE));

		MockConsumer<String, byte[]> away = new MockConsumer<>("earliest");
		away.setOffsetsException(new KafkaException("away"));
		away.updatePartitions(SNAPSHOTS, List.of(partition(SNAPSHOTS, 0)));
		assertThatExceptionOfType(LogUnavailableException.class)
			.isThrownBy(() -> new KafkaSnapshotLog(() -> away, (topic, value) -> null, PATIENCE).newest(SCOPE));
	}

	private void topic(String topic, int partitions, Map<Integer, Long> ends) {
		List<PartitionInfo> found = new ArrayList<>();
		for (int number = 0; number < partitions; number++) {
			found.add(partition(topic, number));
		}
		this.consumer.updatePartitions(topic, found);
		ends.forEach((number, end) -> {
			this.consumer.updateBeginningOffsets(Map.of(new TopicPartition(topic, number), 0L));
			this.consumer.updateEndOffsets(Map.of(new TopicPartition(topic, number), end));
		});
	}

	private static PartitionInfo partition(String topic, int number) {
		return new PartitionInfo(topic, number, null, null, null);
	}

	private void add(String topic, int partition, long offset, String key, SpecificRecord value) {
		this.values.add(value);
		this.consumer.addRecord(
				new ConsumerRecord<>(topic, partition, offset, key, new byte[] { (byte) (this.values.size() - 1) }));
	}

	private static HousingTenancy known(String reference) {
		return SnapshotRecords.record(SCOPE,
				Tenancies.known(Tenancies.table(Tenancies.tenancy(reference, "4 Mill Row", "A")))
					.values()
					.iterator()
					.next());
	}

	private static HousingSnapshot snapshot(int day) {
		return HousingSnapshot.newBuilder()
			.setOrganisationCode("L1")
			.setSnapshotId(new UUID(0, day))
			.setTakenOn(LocalDate.of(2025, 11, day))
			.setTenancies(1)
			.setState(HousingSnapshotState.APPLIED)
			.build();
	}

}
