package org.mashhub.rehearsal;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.apache.kafka.common.KafkaException;

import org.mashhub.hub.v1.AreaClock;
import org.mashhub.hub.v1.AreaEntry;
import org.mashhub.hub.v1.ClockSet;
import org.mashhub.messaging.Contracts;
import org.mashhub.provisioning.AreaTable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Fictional areas and their clocks; a real area's clock cannot be set. */
@RestController
@RequestMapping("/scenario/areas")
class ScenarioController {

	private static final int SUFFIX_LENGTH = 4;

	private static final int RADIX = 36;

	private final SecureRandom random = new SecureRandom();

	private final AreaTable table;

	private final RehearsalSettings settings;

	ScenarioController(AreaTable table, RehearsalSettings settings) {
		this.table = table;
		this.settings = settings;
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	synchronized CreatedArea create(@RequestBody @Valid NewArea wanted) {
		Map<String, AreaEntry> existing = this.table.read();
		String area;
		do {
			area = "scn-" + wanted.scenario() + "-" + suffix();
		}
		while (existing.containsKey(area));
		this.table.publish(AreaEntry.newBuilder()
			.setArea(area)
			.setName("Fictional area of " + wanted.scenario())
			.setPartition(AreaTable.leastUsed(existing, this.settings.partitions()))
			.setClock(AreaClock.SCENARIO)
			.build());
		return new CreatedArea(area);
	}

	@PostMapping("/{area}/clock")
	ResponseEntity<Object> move(@PathVariable String area, @RequestBody @Valid ClockTime time) {
		if (!area.startsWith("scn-")) {
			ProblemDetail problem = ProblemDetail.forStatus(HttpStatus.CONFLICT);
			problem.setTitle("Only a fictional area's clock can be set");
			problem.setProperty("remedy", "Name an area that begins with scn-; a real area keeps the wall's clock.");
			return ResponseEntity.status(HttpStatus.CONFLICT).body(problem);
		}
		UUID receiptId = UUID.randomUUID();
		this.table.send(Contracts.topicOf(ClockSet.class), area,
				ClockSet.newBuilder().setReceiptId(receiptId).setArea(area).setAt(time.at()).build());
		return ResponseEntity.accepted().body(new MovedClock(receiptId));
	}

	/** Whoever tells a story waits for the broker, as agencies do. */
	@ExceptionHandler(KafkaException.class)
	ResponseEntity<ProblemDetail> away(KafkaException ex) {
		ProblemDetail problem = ProblemDetail.forStatus(HttpStatus.SERVICE_UNAVAILABLE);
		problem.setTitle("The broker does not answer now");
		problem.setProperty("remedy", "Send it again; setting a clock twice to one time does no harm.");
		return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).header(HttpHeaders.RETRY_AFTER, "1").body(problem);
	}

	private String suffix() {
		StringBuilder suffix = new StringBuilder();
		for (int at = 0; at < SUFFIX_LENGTH; at++) {
			suffix.append(Character.forDigit(this.random.nextInt(RADIX), RADIX));
		}
		return suffix.toString();
	}

	/**
	 * What is asked for.
	 *
	 * @param scenario name of the scenario
	 */
	record NewArea(@NotNull @Pattern(regexp = "[a-z0-9-]{1,40}") String scenario) {
	}

	/**
	 * What was created.
	 *
	 * @param area code of the area
	 */
	record CreatedArea(String area) {
	}

	/**
	 * What time it now is there.
	 *
	 * @param at the time
	 */
	record ClockTime(@NotNull Instant at) {
	}

	/**
	 * The move.
	 *
	 * @param receiptId key of the tick in the area log
	 */
	record MovedClock(UUID receiptId) {
	}

}
