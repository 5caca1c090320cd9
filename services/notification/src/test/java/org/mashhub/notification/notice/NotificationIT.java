package org.mashhub.notification.notice;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mashhub.hub.v1.Alert;
import org.mashhub.hub.v1.AlertAcknowledged;
import org.mashhub.hub.v1.AlertState;
import org.mashhub.hub.v1.AppliedOutcome;
import org.mashhub.hub.v1.Colour;
import org.mashhub.hub.v1.FormerChild;
import org.mashhub.hub.v1.LeadProfessional;
import org.mashhub.hub.v1.NotificationRecorded;
import org.mashhub.hub.v1.NotificationState;
import org.mashhub.hub.v1.ObservationApplied;
import org.mashhub.hub.v1.ObservationKind;
import org.mashhub.hub.v1.Provenance;
import org.mashhub.hub.v1.StatusNotice;
import org.mashhub.notification.NotificationMetrics;
import org.mashhub.notification.NotificationService;
import org.mashhub.notification.audit.AccessAudit;
import org.mashhub.notification.outbox.Publisher;
import org.mashhub.notification.recipient.SampleAlert;
import org.mashhub.testinfrastructure.DatabaseServer;
import org.mashhub.testinfrastructure.RealInfrastructure;
import org.subethamail.smtp.helper.SimpleMessageListener;
import org.subethamail.smtp.server.SMTPServer;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.JwtRequestPostProcessor;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.OidcLoginRequestPostProcessor;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.oidcLogin;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/**
 * From the hub's records to the mailbox, with a real database, mail server and receiver.
 */
@SpringBootTest(classes = { NotificationService.class, NotificationIT.WithoutBroker.class },
		properties = { "spring.config.name=notification", "hub.notification.issuer=https://sign-in.mash.example",
				"hub.notification.url=https://notices.mash.example" })
@AutoConfigureMockMvc
@DirtiesContext
@RealInfrastructure
class NotificationIT {

	private static final String DESK = "duty-desk@mash.example";

	private static final String PRACTICE = "safeguarding@m87001.gp.example";

	private static final String MISTAKEN = "tom.okafor@early-help.example";

	private static final String NOBODY = "nobody@social-care.example";

	private static final String CLOSED_PRACTICE = "M87009";

	private static final Set<String> REFUSED = Set.of(NOBODY, "safeguarding@m87009.gp.example");

	private static final String SECRET = "shared-with-the-practice";

	private static final DatabaseServer POSTGRES = DatabaseServer.start();

	private static final int SMTP_PORT = freePort();

	private static final List<Mail> MAILBOX = new CopyOnWriteArrayList<>();

	private static final List<Post> POSTS = new CopyOnWriteArrayList<>();

	private static final AtomicInteger UNAVAILABLE = new AtomicInteger();

	private static final AtomicInteger STALLING = new AtomicInteger();

	private static final HttpServer RECEIVER = receiver();

	private static @Nullable SMTPServer smtp = smtp();

	@Autowired
	private HubListeners listeners;

	@Autowired
	private RecordingPublisher published;

	@Autowired
	private MockMvc web;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private AccessAudit audit;

	@Autowired
	private MeterRegistry figures;

	@Autowired
	private ClientRegistrationRepository registrations;

	private long offset;

	@DynamicPropertySource
	static void settings(DynamicPropertyRegistry registry) {
		registry.add("spring.datasource.url", () -> POSTGRES.url("postgres"));
		registry.add("spring.datasource.username", () -> DatabaseServer.USER);
		registry.add("spring.datasource.password", () -> DatabaseServer.PASSWORD);
		registry.add("spring.mail.port", () -> SMTP_PORT);
		registry.add("spring.kafka.listener.auto-startup", () -> false);
		registry.add("hub.notification.client-secret", () -> "secret");
		registry.add("hub.notification.delivery.poll-interval", () -> "20ms");
		registry.add("hub.notification.delivery.bundle-window", () -> "150ms");
		registry.add("hub.notification.delivery.initial-backoff", () -> "50ms");
		registry.add("hub.notification.delivery.max-backoff", () -> "200ms");
		registry.add("hub.notification.webhooks.M87002.url",
				() -> "http://127.0.0.1:" + RECEIVER.getAddress().getPort() + "/mash");
		registry.add("hub.notification.webhooks.M87002.secret", () -> SECRET);
	}

	@AfterEach
	void clear() {
		if (smtp == null || !smtp.isRunning()) {
			smtp = smtp();
		}
		MAILBOX.clear();
		POSTS.clear();
		this.published.records.clear();
	}

	@AfterAll
	static void stop() {
		if (smtp != null) {
			smtp.stop();
		}
		RECEIVER.stop(0);
	}

	@Test
	void tellsLeadAndDeskOfARedAlertOnce() {
		Alert alert = SampleAlert.red().build();

		consume(alert);
		consume(alert);

		awaitMails(2);
		settle();
		assertThat(MAILBOX).extracting(Mail::to).containsExactlyInAnyOrder(SampleAlert.LEAD, DESK);
		assertThat(MAILBOX).allSatisfy((mail) -> {
			assertThat(mail.subject()).isEqualTo("MASH Hub: RED item for you, act by 18:30 on 3 March");
			assertThat(mail.messageId()).isEqualTo("<" + mail.noticeId() + ".1@mashhub>");
		});
		assertThat(states(alert, "LEAD_PROFESSIONAL")).containsExactly(NotificationState.DECIDED,
				NotificationState.SENT);
		assertThat(states(alert, "DUTY_DESK")).containsExactly(NotificationState.DECIDED, NotificationState.SENT);
	}

	@Test
	void sendsNothingPersonal() {
		Alert alert = SampleAlert.red().setGpPractice("M").build();
		mark(alert);

		consume(alert);
		consume(marked(StatusTextTest.childInNeed().setUrgent(true)));

		awaitMails(3);
		assertThat(MAILBOX).allSatisfy((mail) -> assertThat(mail.subject() + mail.body()).doesNotContain("zq"));
	}

	@Test
	void holdsEachItemOfABatchThatItChanges() throws Exception {
		Alert one = SampleAlert.amber().build();
		Alert other = SampleAlert.amber().build();
		consume(one);
		awaitMails(1);
		consume(other);
		awaitMails(2);
		UUID first = MAILBOX.getFirst().noticeId();
		UUID second = MAILBOX.getLast().noticeId();

		Future<?> considered;
		try (ExecutorService listener = Executors.newSingleThreadExecutor()) {
			considered = this.transaction.execute((status) -> {
				lock(second);
				Future<?> started = listener
					.submit(() -> this.listeners.onAlerts(List.of(record(revised(one)), record(revised(other)))));
				await().atMost(Duration.ofSeconds(30)).until(() -> waitingForLocks() > 0);
				// A telling that is sealed now would lock the item, and then wait for
				// what
				// is in it.
				assertThat(locked(first)).isFalse();
				return started;
			});
		}

		considered.get();
		assertThat(MAILBOX).hasSize(2);
	}

	/** Waits for whoever has it still, to note that it was sent for example. */
	private void lock(UUID item) {
		this.jdbc.sql("SELECT true FROM notice WHERE notice_id = :id FOR UPDATE")
			.param("id", item)
			.query(Boolean.class)
			.single();
	}

	private boolean locked(UUID item) {
		return this.jdbc.sql("SELECT true FROM notice WHERE notice_id = :id FOR UPDATE SKIP LOCKED")
			.param("id", item)
			.query(Boolean.class)
			.optional()
			.isPresent();
	}

	private static Alert revised(Alert alert) {
		return Alert.newBuilder(alert).setState(AlertState.REVISED).setRevision(2).build();
	}

	private ConsumerRecord<String, @Nullable Alert> record(Alert alert) {
		return new ConsumerRecord<>("hub.alerts.v1", 0, this.offset++, "k", alert);
	}

	private int waitingForLocks() {
		return this.jdbc.sql("SELECT count(*) FROM pg_locks WHERE NOT granted").query(Integer.class).single();
	}

	@Test
	void readsNothingOfWhatWasSentBeforeToSendTheNext() {
		pretendThatManyWereSent(5_000);
		long delivered = figure("n_tup_upd", "delivery");
		long read = figure("seq_tup_read", "message_entry");

		consume(SampleAlert.red().build());
		awaitMails(2);

		await().atMost(Duration.ofSeconds(30)).until(() -> figure("n_tup_upd", "delivery") >= delivered + 2);
		assertThat(figure("seq_tup_read", "message_entry") - read).isLessThan(5_000);
	}

	/** And that all of them waited when the database last looked how many do. */
	private void pretendThatManyWereSent(int many) {
		this.transaction.executeWithoutResult((status) -> {
			for (String sql : List.of(
					"""
							INSERT INTO notice (notice_id, kind, area, family, bundle, recipient_role, recipient_key, recipient_name,
								recipient_email, opened_at)
							SELECT md5('n' || n)::uuid, 'ALERT', 'elsewhere', md5('f' || n)::uuid, 'alerts', 'DUTY_DESK', 'k', 'Desk',
								'desk@elsewhere.example', now() FROM generate_series(1, %1$d) n
							""",
					"""
							INSERT INTO notice_entry (notice_id, subject_id, child_id, revision, overdue, for_action, withdrawn, told,
								content, held_back, entered_at)
							SELECT md5('n' || n)::uuid, md5('s' || n)::uuid, md5('c' || n)::uuid, 1, false, true, false, true, '', '',
								now() FROM generate_series(1, %1$d) n
							""",
					"""
							INSERT INTO message (notice_id, revision, release_at, sealed_at, subject, body)
							SELECT md5('n' || n)::uuid, 1, now(), now(), '', '' FROM generate_series(1, %1$d) n
							""", """
							INSERT INTO message_entry (notice_id, revision, subject_id, subject_revision, withdrawal)
							SELECT md5('n' || n)::uuid, 1, md5('s' || n)::uuid, 1, false FROM generate_series(1, %1$d) n
							""", """
							INSERT INTO delivery (notice_id, revision, channel, state, next_attempt_at)
							SELECT md5('n' || n)::uuid, 1, 'EMAIL', 'WAITING', now() FROM generate_series(1, %1$d) n
							""", "ANALYZE", "UPDATE delivery SET state = 'SENT' WHERE state = 'WAITING'")) {
				this.jdbc.sql(sql.formatted(many)).update();
			}
		});
	}

	private long figure(String name, String table) {
		return this.jdbc.sql("SELECT " + name + " FROM pg_stat_user_tables WHERE relname = :table")
			.param("table", table)
			.query(Long.class)
			.single();
	}

	@Test
	void bundlesSiblingsIntoOneMessage() {
		UUID family = UUID.randomUUID();

		consume(SampleAlert.amber().setFamily(family).build());
		consume(SampleAlert.amber().setFamily(family).build());

		awaitMails(1);
		settle();
		assertThat(MAILBOX).singleElement()
			.satisfies((mail) -> assertThat(mail.body()).contains("2 questions about one family"));
	}

	@Test
	void keepsOneItemForAFamilyUntilItIsAcknowledged() throws Exception {
		UUID family = UUID.randomUUID();
		consume(SampleAlert.amber().setFamily(family).build());
		awaitMails(1);
		consume(SampleAlert.amber().setFamily(family).build());
		awaitMails(2);

		acknowledge(MAILBOX.getFirst().noticeId(), lead());
		consume(SampleAlert.amber().setFamily(family).build());

		awaitMails(3);
		assertThat(MAILBOX.get(1).noticeId()).isEqualTo(MAILBOX.get(0).noticeId());
		assertThat(MAILBOX.get(1).messageId()).isEqualTo("<" + MAILBOX.get(0).noticeId() + ".2@mashhub>");
		assertThat(MAILBOX.get(2).noticeId()).isNotEqualTo(MAILBOX.get(0).noticeId());
	}

	@Test
	void keepsAnAlertInItsOpenItemThoughTheFamilyIsCalledByAnotherKey() {
		Alert alert = SampleAlert.red().setLeadProfessional(null).build();
		consume(alert);
		awaitMails(1);

		Alert elsewhere = Alert.newBuilder(alert)
			.setState(AlertState.REVISED)
			.setRevision(2)
			.setFamily(UUID.randomUUID())
			.setDueAt(alert.getDueAt().plus(Duration.ofDays(1)))
			.build();
		consume(elsewhere);
		awaitMails(2);
		consume(Alert.newBuilder(elsewhere).setRevision(3).setFamily(alert.getFamily()).build());
		settle();

		assertThat(MAILBOX).hasSize(2).extracting(Mail::noticeId).containsOnly(MAILBOX.getFirst().noticeId());
	}

	@Test
	void tellsAgainOnlyOfWhatBecameMoreUrgent() {
		Alert alert = SampleAlert.amber().build();
		consume(alert);
		awaitMails(1);

		consume(Alert.newBuilder(alert).setState(AlertState.REVISED).setRevision(2).build());
		settle();
		assertThat(MAILBOX).hasSize(1);
		consume(Alert.newBuilder(alert).setState(AlertState.REVISED).setRevision(3).setColour(Colour.RED).build());

		awaitMails(3);
		assertThat(MAILBOX).extracting(Mail::to).containsExactlyInAnyOrder(SampleAlert.LEAD, SampleAlert.LEAD, DESK);
	}

	@Test
	void tellsTheDeskTooWhenNobodyActedInTime() {
		Alert alert = SampleAlert.amber().build();
		consume(alert);
		awaitMails(1);

		consume(Alert.newBuilder(alert).setState(AlertState.REVISED).setRevision(2).setOverdue(true).build());

		awaitMails(3);
		assertThat(MAILBOX).extracting(Mail::to).containsExactlyInAnyOrder(SampleAlert.LEAD, SampleAlert.LEAD, DESK);
		assertThat(MAILBOX.getLast().subject()).contains("overdue since 18:30 on 3 March");
	}

	@Test
	void tellsAgainOfWhatNobodyAttendsToWhenAFurtherRecordCame() {
		Alert alert = SampleAlert.amber().build();
		consume(alert);
		awaitMails(1);
		Alert overdue = Alert.newBuilder(alert).setState(AlertState.REVISED).setRevision(2).setOverdue(true).build();
		consume(overdue);
		awaitMails(3);

		consume(Alert.newBuilder(overdue).setRevision(3).build());
		settle();
		assertThat(MAILBOX).hasSize(3);
		consume(Alert.newBuilder(overdue).setRevision(4).setTellAgain(true).build());

		awaitMails(5);
		assertThat(MAILBOX).extracting(Mail::to)
			.containsExactlyInAnyOrder(SampleAlert.LEAD, SampleAlert.LEAD, SampleAlert.LEAD, DESK, DESK);
	}

	@Test
	void tellsNobodyAgainOfWhatAnotherEpochMakesOfThePast() {
		Alert alert = SampleAlert.amber().setRevision(4).build();
		consume(alert);
		awaitMails(1);

		Alert earlier = another(alert, alert.getProvenance().getClock().minusSeconds(3600)).setRevision(7)
			.setColour(Colour.RED)
			.setOverdue(true)
			.setTellAgain(true)
			.build();
		consume(earlier);
		Alert same = another(alert, alert.getProvenance().getClock()).setRevision(6).setTellAgain(true).build();
		consume(same);
		settle();

		assertThat(MAILBOX).hasSize(1);
	}

	@Test
	void tellsTheNewsOfAnotherEpochAboutAnAlertThatWasKeptBeforeAreaTimeWas() throws Exception {
		Alert alert = SampleAlert.amber().setRevision(7).build();
		consume(alert);
		awaitMails(1);
		this.jdbc.sql("UPDATE alert SET clock = NULL WHERE alert_id = :id").param("id", alert.getAlertId()).update();

		consume(another(alert, alert.getProvenance().getClock().minusSeconds(60)).setRevision(9)
			.setColour(Colour.RED)
			.build());
		consume(another(alert, alert.getProvenance().getClock().plusSeconds(60)).setRevision(4)
			.setColour(Colour.RED)
			.build());

		awaitMails(3);
		settle();
		assertThat(MAILBOX).extracting(Mail::to).containsExactlyInAnyOrder(SampleAlert.LEAD, SampleAlert.LEAD, DESK);
		assertThat(this.jdbc.sql("SELECT revision FROM alert WHERE alert_id = :id")
			.param("id", alert.getAlertId())
			.query(Integer.class)
			.single()).isEqualTo(4);
	}

	@Test
	void tellsWhatIsNewsUnderAnotherEpochWhateverTheNumberOfItsRevision() throws Exception {
		Alert alert = SampleAlert.amber().setRevision(4).build();
		consume(alert);
		awaitMails(1);
		acknowledge(MAILBOX.getLast().noticeId(), lead());

		Alert news = another(alert, alert.getProvenance().getClock().plusSeconds(60)).setRevision(2)
			.setDueAt(alert.getDueAt().plusSeconds(3600))
			.build();
		consume(news);
		awaitMails(2);
		acknowledge(MAILBOX.getLast().noticeId(), lead());
		consume(another(news, news.getProvenance().getClock().plusSeconds(60)).setRevision(4)
			.setDueAt(news.getDueAt().plusSeconds(3600))
			.build());

		awaitMails(3);
		assertThat(MAILBOX).extracting(Mail::to).containsOnly(SampleAlert.LEAD);
		assertThat(MAILBOX).extracting(Mail::noticeId).doesNotHaveDuplicates();
	}

	@Test
	void tellsNobodyAgainBecauseAnotherEpochGivesMoreTime() {
		Alert alert = SampleAlert.amber().setRevision(4).build();
		consume(alert);
		awaitMails(1);
		Instant clock = alert.getProvenance().getClock();

		Alert.Builder later = another(alert, clock.plusSeconds(60)).setRevision(5)
			.setDueAt(alert.getDueAt().plusSeconds(86400));
		consume(Alert.newBuilder(later).setRenewedAt(clock.minusSeconds(60)).build());
		settle();
		assertThat(MAILBOX).hasSize(1);

		consume(another(alert, clock.plusSeconds(120)).setRevision(6)
			.setDueAt(alert.getDueAt().plusSeconds(172800))
			.setRenewedAt(clock.plusSeconds(120))
			.build());
		awaitMails(2);
	}

	@Test
	void anAcknowledgementSaysOfWhichEpochTheRevisionIs() throws Exception {
		Alert alert = SampleAlert.amber().setRevision(4).build();
		consume(alert);
		awaitMails(1);
		UUID notice = MAILBOX.getFirst().noticeId();
		String page = page(notice, lead());
		Alert same = another(alert, alert.getProvenance().getClock().plusSeconds(60)).setRevision(4).build();
		consume(same);
		settle();

		this.web.perform(acknowledgement(notice, seen(page)).with(lead()))
			.andExpect(flash().attribute("changed", true));
		assertThat(acknowledged()).as("another revision of that number").isEmpty();
		acknowledge(notice, lead());

		await().until(() -> acknowledged().equals(List.of(alert.getAlertId())));
		assertThat(this.published.of(AlertAcknowledged.class)).singleElement().satisfies((acknowledged) -> {
			assertThat(acknowledged.getEpoch()).contains("second");
			assertThat(acknowledged.getClock()).contains(same.getProvenance().getClock());
		});
	}

	@Test
	void countsHowLongItTookFromTheAcceptanceOfTheRecordToTheDelivery() {
		long before = told().count();

		consume(SampleAlert.amber().build());
		consume(ofARecord(SampleAlert.amber().build(), Duration.ofSeconds(90)));

		awaitMails(2);
		await().untilAsserted(() -> assertThat(told().count()).isEqualTo(before + 1));
		assertThat(told().max(TimeUnit.SECONDS)).isBetween(90.0, 150.0);
	}

	@Test
	void anAlertThatNobodyTakesIsSeenToWaitUntilItIsTaken() {
		stopSmtp();

		consume(SampleAlert.amber().build());

		await().atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(waiting("email")).isGreaterThanOrEqualTo(2));
		assertThat(waiting("webhook")).isZero();
		smtp = smtp();
		awaitMails(1);
		await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(waiting("email")).isZero());
	}

	@Test
	void countsAlertsThatSomebodyWillNotBeToldOfAndNoStatuses() {
		double alerts = notTold();
		double all = failed();
		LeadProfessional lead = LeadProfessional.newBuilder(SampleAlert.lead()).setEmail(NOBODY).build();

		consume(ofARecord(SampleAlert.amber().setLeadProfessional(lead).build(), Duration.ZERO));
		consume(StatusTextTest.childInNeed().setUrgent(true).setGpPractice(CLOSED_PRACTICE).build());

		await().untilAsserted(() -> assertThat(failed()).isEqualTo(all + 2));
		assertThat(notTold()).isEqualTo(alerts + 1);
		awaitMails(1);
		assertThat(MAILBOX).extracting(Mail::to).as("instead of the lead").containsExactly(DESK);
	}

	@Test
	void figuresThatRulesAskForAreThereBeforeAnythingHappens() {
		assertThat(this.figures.get(NotificationMetrics.TOLD).tag("channel", "webhook").timer().count()).isZero();
		assertThat(this.figures.get(NotificationMetrics.NOT_TOLD).tag("channel", "webhook").counter().count()).isZero();
	}

	private double waiting(String channel) {
		return this.figures.get(NotificationMetrics.OLDEST_WAITING).tag("channel", channel).gauge().value();
	}

	private double notTold() {
		return this.figures.get(NotificationMetrics.NOT_TOLD).tag("channel", "email").counter().count();
	}

	private double failed() {
		return this.figures.get(NotificationMetrics.ITEMS)
			.tags("channel", "email", "state", "failed")
			.counter()
			.count();
	}

	/** With a receipt that says when its record was accepted. */
	private static Alert ofARecord(Alert alert, Duration ago) {
		UUID receipt = new UUID((Instant.now().minus(ago).toEpochMilli() << 16) | 0x7000, Long.MIN_VALUE);
		return Alert.newBuilder(alert)
			.setProvenance(Provenance.newBuilder(alert.getProvenance()).setReceiptId(receipt).build())
			.build();
	}

	private Timer told() {
		return this.figures.get(NotificationMetrics.TOLD).tag("channel", "email").timer();
	}

	@Test
	void tellsWhoWasToldThatItNoLongerStands() {
		Alert alert = SampleAlert.amber().build();
		consume(alert);
		awaitMails(1);

		consume(closed(alert));

		awaitMails(2);
		assertThat(MAILBOX.getLast().subject()).isEqualTo("MASH Hub: 1 item sent to you no longer stands");
		assertThat(MAILBOX.getLast().messageId()).isEqualTo("<" + MAILBOX.getFirst().noticeId() + ".2@mashhub>");
	}

	@Test
	void tellsWhoWasTakenForTheLeadByMistakeThatItWasOne() throws Exception {
		LeadProfessional mistaken = LeadProfessional.newBuilder(SampleAlert.lead()).setEmail(MISTAKEN).build();
		Alert alert = SampleAlert.amber().setLeadProfessional(mistaken).build();
		consume(alert);
		awaitMails(1);

		consume(ledBy(alert, true));
		awaitMails(3);
		consume(Alert.newBuilder(closed(ledBy(alert, false))).setRevision(3).build());
		awaitMails(4);
		settle();

		assertThat(MAILBOX).extracting(Mail::to)
			.containsExactlyInAnyOrder(MISTAKEN, MISTAKEN, SampleAlert.LEAD, SampleAlert.LEAD);
		assertThat(MAILBOX).filteredOn((mail) -> mail.to().equals(MISTAKEN))
			.last()
			.satisfies((mail) -> assertThat(mail.subject()).isEqualTo("MASH Hub: 1 item sent to you no longer stands"));
		assertThat(page(MAILBOX.getFirst().noticeId(), user(MISTAKEN, "LEAD_PROFESSIONAL")))
			.contains("You were told of this by mistake", "It was about: K, 3 months")
			.doesNotContain(SampleAlert.POLICE_STATEMENT);
	}

	@Test
	void tellsNobodyWhoHasHandedTheCaseOverThatItWasAMistake() {
		LeadProfessional former = LeadProfessional.newBuilder(SampleAlert.lead()).setEmail(MISTAKEN).build();
		Alert alert = SampleAlert.amber().setLeadProfessional(former).build();
		consume(alert);
		awaitMails(1);

		consume(ledBy(alert, false));
		awaitMails(2);
		settle();

		assertThat(MAILBOX).extracting(Mail::to).containsExactly(MISTAKEN, SampleAlert.LEAD);
	}

	/** The next revision, led by another. */
	private static Alert ledBy(Alert alert, boolean before) {
		return Alert.newBuilder(alert)
			.setState(AlertState.REVISED)
			.setRevision(2)
			.setLeadProfessional(SampleAlert.lead())
			.setLeadInError(before)
			.build();
	}

	@Test
	void tellsNobodyOfTheEndOfWhatWasRightAndShowsItOnThePage() throws Exception {
		Alert alert = SampleAlert.amber().build();
		consume(alert);
		awaitMails(1);

		consume(Alert.newBuilder(closed(alert)).setClosedBecause("joined with another alert").setSettled(true).build());
		settle();

		assertThat(MAILBOX).hasSize(1);
		assertThat(page(MAILBOX.getFirst().noticeId(), lead()))
			.contains("Closed. Nothing more is asked of you.", "Why: joined with another alert")
			.doesNotContain("Do not rely on what it said");
	}

	@Test
	void tellsThatAnAlertIsAboutAChildNoLonger() throws Exception {
		Alert alert = SampleAlert.amber().setChildLabel("K, 3 months; B, 6 years").build();
		consume(alert);
		awaitMails(1);

		consume(Alert.newBuilder(alert)
			.setState(AlertState.REVISED)
			.setRevision(2)
			.setChildLabel("K, 3 months")
			.setTellAgain(true)
			.setNoLongerAbout(List.of(new FormerChild(UUID.randomUUID(), "B, 6 years",
					"the records about the child were withdrawn", false)))
			.build());

		awaitMails(2);
		assertThat(page(MAILBOX.getFirst().noticeId(), lead()))
			.contains("No longer about B, 6 years. Do not rely on what it said of this child")
			.contains("Why: the records about the child were withdrawn.");
	}

	@Test
	void saysNothingOfWhatWasClosedBeforeItWasSent() {
		Alert alert = SampleAlert.amber().build();

		consume(alert);
		consume(closed(alert));

		await().until(() -> states(alert, "LEAD_PROFESSIONAL").contains(NotificationState.HELD_BACK));
		settle();
		assertThat(MAILBOX).isEmpty();
	}

	@Test
	void recordsThatNobodyIsToldOfThePast() {
		Alert alert = SampleAlert.red().setHistoric(true).build();

		consume(alert);

		await().until(() -> states(alert, "LEAD_PROFESSIONAL").equals(List.of(NotificationState.HELD_BACK)));
		settle();
		assertThat(MAILBOX).isEmpty();
	}

	@Test
	void waitsForTheMailServerAndSendsOnce() throws Exception {
		stopSmtp();
		Alert alert = SampleAlert.amber().build();

		consume(alert);
		await().until(() -> attempts() >= 2);
		smtp = smtp();

		awaitMails(1);
		settle();
		assertThat(MAILBOX).hasSize(1);
		await().until(() -> states(alert, "LEAD_PROFESSIONAL")
			.equals(List.of(NotificationState.DECIDED, NotificationState.SENT)));
	}

	@Test
	void repeatsTheSameMessageWhenACrashLostTheOutcome() {
		consume(SampleAlert.amber().build());
		awaitMails(1);
		await().until(() -> this.jdbc.sql("SELECT count(*) FROM delivery WHERE state = 'WAITING'")
			.query(Long.class)
			.single() == 0);

		this.jdbc.sql("UPDATE delivery SET state = 'WAITING' WHERE notice_id = :id")
			.param("id", MAILBOX.getFirst().noticeId())
			.update();

		awaitMails(2);
		assertThat(MAILBOX.get(1)).isEqualTo(MAILBOX.get(0));
	}

	@Test
	void tellsTheDeskWhenTheLeadsAddressIsRefused() {
		LeadProfessional lead = LeadProfessional.newBuilder(SampleAlert.lead()).setEmail(NOBODY).build();
		Alert alert = SampleAlert.amber().setLeadProfessional(lead).build();

		consume(alert);

		awaitMails(1);
		assertThat(MAILBOX.getFirst().to()).isEqualTo(DESK);
		await().until(() -> states(alert, "LEAD_PROFESSIONAL")
			.equals(List.of(NotificationState.DECIDED, NotificationState.FAILED)));
	}

	/** The desk acknowledges, trusting that the lead acts; then the lead's mail fails. */
	@Test
	void tellsTheDeskAgainThatTheLeadIsNotReachedThoughItHasAcknowledgedTheAlert() throws Exception {
		for (boolean tellAgain : List.of(false, true)) {
			Alert alert = toUnreachableLead().setTellAgain(tellAgain).build();
			holdMessagesToLeads();
			consume(alert);
			awaitMails(1);
			UUID first = MAILBOX.getFirst().noticeId();
			acknowledge(first, desk());

			releaseMessagesToLeads();

			awaitMails(2);
			settle();
			assertThat(MAILBOX).hasSize(2).extracting(Mail::to).containsOnly(DESK);
			UUID second = MAILBOX.getLast().noticeId();
			assertThat(second).isNotEqualTo(first);
			assertThat(page(second, desk())).contains("The lead professional could not be reached.", seen(alert));
			consume(Alert.newBuilder(alert)
				.setState(AlertState.REVISED)
				.setRevision(2)
				.setTellAgain(false)
				.setAsk(List.of("Who was home today?"))
				.build());
			assertThat(page(second, desk())).contains("The lead professional could not be reached.");
			acknowledge(second, desk());
			await().until(() -> acknowledged().equals(List.of(alert.getAlertId(), alert.getAlertId())));
			clear();
		}
	}

	@Test
	void tellsTheDeskOnceThatTheLeadIsNotReachedThoughACrashLostTheOutcome() throws Exception {
		Alert alert = toUnreachableLead().build();
		holdMessagesToLeads();
		consume(alert);
		awaitMails(1);
		releaseMessagesToLeads();
		awaitMails(2);
		await().until(() -> attemptsToReachTheLead(alert) == 1);
		acknowledge(MAILBOX.getLast().noticeId(), desk());

		this.jdbc.sql("UPDATE delivery SET state = 'WAITING' WHERE state = 'FAILED'").update();

		await().until(() -> attemptsToReachTheLead(alert) == 2);
		settle();
		assertThat(MAILBOX).hasSize(2);
	}

	private static Alert.Builder toUnreachableLead() {
		return SampleAlert.red()
			.setLeadProfessional(LeadProfessional.newBuilder(SampleAlert.lead()).setEmail(NOBODY).build());
	}

	/** As if the lead's mail server had not answered yet. */
	private void holdMessagesToLeads() {
		this.jdbc
			.sql("""
					CREATE FUNCTION hold() RETURNS trigger LANGUAGE plpgsql AS $$
					BEGIN
						IF EXISTS (SELECT FROM notice WHERE notice_id = NEW.notice_id AND recipient_role = 'LEAD_PROFESSIONAL') THEN
							NEW.next_attempt_at = 'infinity';
						END IF;
						RETURN NEW;
					END $$;
					CREATE TRIGGER hold BEFORE INSERT ON delivery FOR EACH ROW EXECUTE FUNCTION hold();
					""")
			.update();
	}

	private void releaseMessagesToLeads() {
		this.jdbc.sql("""
				DROP TRIGGER hold ON delivery;
				DROP FUNCTION hold();
				UPDATE delivery SET next_attempt_at = now() WHERE next_attempt_at = 'infinity';
				""").update();
	}

	private int attemptsToReachTheLead(Alert alert) {
		return this.jdbc.sql("""
				SELECT attempts FROM delivery JOIN notice USING (notice_id) JOIN notice_entry USING (notice_id)
				WHERE subject_id = :alert AND recipient_role = 'LEAD_PROFESSIONAL'
				""").param("alert", alert.getAlertId()).query(Integer.class).single();
	}

	@Test
	void tellsThePracticeWhenTheDayOfTheAreaHasEnded() {
		UUID family = UUID.randomUUID();
		consume(StatusTextTest.childInNeed().setFamily(family).build());
		consume(StatusTextTest.childInNeed().setFamily(family).setStatus("EARLY_HELP").setEnded(true).build());
		tick(Instant.parse("2026-03-03T16:59:59Z"));
		settle();
		assertThat(MAILBOX).isEmpty();

		tick(Instant.parse("2026-03-03T17:00:00Z"));

		awaitMails(1);
		settle();
		assertThat(MAILBOX).singleElement().satisfies((mail) -> {
			assertThat(mail.to()).isEqualTo(PRACTICE);
			assertThat(mail.subject()).isEqualTo("MASH Hub: for action: 2 changes of status for your practice");
		});
	}

	@Test
	void asksThePracticeToEndTheCodeOfThePlanThatTheClosureEnds() {
		StatusNotice closure = StatusTextTest.childInNeed()
			.setUrgent(true)
			.setStatus("CLOSED")
			.setEnds(List.of("CHILD_PROTECTION_PLAN"))
			.build();

		consume(closure);

		awaitMails(1);
		assertThat(MAILBOX.getLast().subject()).isEqualTo("MASH Hub: for action: 1 change of status for your practice");
		assertThat(this.jdbc.sql("SELECT text FROM status_notice WHERE status_notice_id = :id")
			.param("id", closure.getNoticeId())
			.query(String.class)
			.single()).contains("Ended by this: Child Protection Plan", "end 342191000000101");
	}

	@Test
	void tellsThePracticeAtOnceOfWhatIsUrgentAndOfWhatWasToldInError() {
		StatusNotice urgent = StatusTextTest.childInNeed().setUrgent(true).build();
		consume(urgent);
		awaitMails(1);

		consume(StatusNotice.newBuilder(urgent).setWithdrawn(true).build());

		awaitMails(2);
		assertThat(MAILBOX.getLast().subject())
			.isEqualTo("MASH Hub: for action: 1 status sent to your practice in error");
	}

	@Test
	void asksThePracticeAtOnceToCheckWhatItWasToldAndTellsNothingOfWhatItWasNotToldYet() {
		StatusNotice told = StatusTextTest.childInNeed().setUrgent(true).build();
		StatusNotice waiting = StatusTextTest.childInNeed().build();
		consume(told);
		consume(waiting);
		awaitMails(1);

		consume(StatusNotice.newBuilder(waiting).setUrgent(true).setToBeChecked(true).build());
		consume(StatusNotice.newBuilder(told).setToBeChecked(true).build());

		awaitMails(2);
		settle();
		assertThat(MAILBOX).hasSize(2);
		assertThat(this.jdbc.sql("SELECT count(*) FROM message_entry WHERE subject_id = :id")
			.param("id", waiting.getNoticeId())
			.query(Long.class)
			.single()).isZero();
		assertThat(MAILBOX.getLast().subject()).isEqualTo("MASH Hub: for action: 1 change of status for your practice");
	}

	@Test
	void neverTellsThePracticeOfThePast() {
		consume(StatusTextTest.childInNeed().setUrgent(true).setHistoric(true).build());

		settle();
		assertThat(MAILBOX).isEmpty();
	}

	@Test
	void postsASignedThinEventAgainUntilItIsTaken() throws Exception {
		UNAVAILABLE.set(2);

		consume(marked(StatusTextTest.childInNeed().setUrgent(true)));

		await().until(() -> POSTS.size() == 3);
		settle();
		assertThat(POSTS).hasSize(3).extracting(Post::body).containsOnly(POSTS.getFirst().body());
		assertThat(POSTS).allSatisfy((post) -> {
			assertThat(post.signature()).isEqualTo(hmac(post));
			assertThat(post.contentType()).startsWith("application/cloudevents+json");
			assertThat(post.body()).contains("org.mashhub.notification.item.v1", "\"dataref\"")
				.doesNotContain("zq", "\"data\"");
		});
	}

	@Test
	void waitsForNoAnswerThatNeverEndsOnceTheReceiverHasTheEvent() {
		STALLING.set(1);

		consume(marked(StatusTextTest.childInNeed().setUrgent(true)));
		await().atMost(Duration.ofSeconds(30)).until(() -> posted() == 1);
		consume(marked(StatusTextTest.childInNeed().setUrgent(true)));

		await().atMost(Duration.ofSeconds(30)).until(() -> posted() == 2);
		assertThat(POSTS).hasSize(2);
	}

	/** Events that the receiver is known to have, of those that it got in this test. */
	private long posted() {
		return POSTS.stream()
			.map((post) -> UUID.fromString(post.body().replaceAll("(?s).*\"subject\":\"([^\"]+)\".*", "$1")))
			.filter((notice) -> this.jdbc.sql("""
					SELECT true FROM delivery WHERE notice_id = :id AND channel = 'WEBHOOK' AND state = 'SENT'
					""").param("id", notice).query(Boolean.class).optional().isPresent())
			.count();
	}

	@Test
	void showsTheItemToItsRecipientAlone() throws Exception {
		Alert alert = SampleAlert.policeOnly(SampleAlert.amber()).build();
		consume(alert);
		awaitMails(1);
		UUID notice = MAILBOX.getFirst().noticeId();

		String page = this.web.perform(get("/notices/" + notice).with(lead()))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString();
		this.web.perform(get("/notices/" + notice).with(user("other@social-care.example", "LEAD_PROFESSIONAL")))
			.andExpect(status().isForbidden());
		this.web
			.perform(post("/notices/" + notice + "/acknowledgement").with(csrf())
				.with(user("other@social-care.example", "MASH_MANAGER")))
			.andExpect(status().isForbidden());
		this.web.perform(get("/notices/" + notice)).andExpect(status().is3xxRedirection());

		assertThat(page).contains(SampleAlert.HEALTH_STATEMENT, "Held back from you", "Acknowledge", "Sign out")
			.doesNotContain(SampleAlert.POLICE_STATEMENT);
		assertThat(this.jdbc.sql("SELECT action FROM access_audit WHERE subject = :id ORDER BY entry")
			.param("id", notice.toString())
			.query(String.class)
			.list()).containsExactly("READ", "REFUSED", "REFUSED");
	}

	@Test
	void sendsTheAcknowledgementBackForEveryAlertOfTheItem() throws Exception {
		UUID family = UUID.randomUUID();
		Alert first = SampleAlert.amber().setFamily(family).build();
		Alert second = SampleAlert.amber().setFamily(family).build();
		consume(first);
		consume(second);
		awaitMails(1);
		UUID notice = MAILBOX.getFirst().noticeId();

		acknowledge(notice, lead());
		acknowledge(notice, lead());

		await().until(() -> this.published.of(AlertAcknowledged.class).size() == 2);
		settle();
		assertThat(this.published.of(AlertAcknowledged.class)).hasSize(2)
			.allSatisfy((record) -> assertThat(record.getRole()).isEqualTo("LEAD_PROFESSIONAL"))
			.extracting(AlertAcknowledged::getAlertId)
			.containsExactlyInAnyOrder(first.getAlertId(), second.getAlertId());
		assertThat(states(first, "LEAD_PROFESSIONAL")).endsWith(NotificationState.ACKNOWLEDGED);
	}

	@Test
	void acknowledgesNothingThatCameWhileTheReaderWasReading() throws Exception {
		UUID family = UUID.randomUUID();
		Alert seen = SampleAlert.amber().setFamily(family).build();
		Alert unseen = SampleAlert.red().setFamily(family).build();
		consume(seen);
		awaitMails(1);
		UUID notice = MAILBOX.getFirst().noticeId();
		String page = page(notice, lead());
		stopSmtp();
		consume(unseen);
		await().until(() -> attempts() >= 1);

		acknowledge(notice, lead(), seen(page));
		smtp = smtp();

		awaitMails(3);
		assertThat(MAILBOX).extracting(Mail::to).containsExactlyInAnyOrder(SampleAlert.LEAD, SampleAlert.LEAD, DESK);
		assertThat(acknowledged()).containsExactly(seen.getAlertId());
		assertThat(states(unseen, "LEAD_PROFESSIONAL")).doesNotContain(NotificationState.ACKNOWLEDGED);
		assertThat(page(notice, lead())).contains("Still to be read: 1", seen(unseen)).doesNotContain(seen(seen));
		acknowledge(notice, lead());
		await().until(() -> acknowledged().equals(List.of(seen.getAlertId(), unseen.getAlertId())));
		assertThat(page(notice, lead())).contains("Acknowledged by user-1").doesNotContain("Still to be read");
	}

	@Test
	void acknowledgesNoRevisionThatTheReaderHasNotSeen() throws Exception {
		Alert alert = SampleAlert.amber().build();
		consume(alert);
		awaitMails(1);
		UUID notice = MAILBOX.getFirst().noticeId();
		String page = page(notice, lead());
		consume(Alert.newBuilder(alert).setState(AlertState.REVISED).setRevision(2).setColour(Colour.RED).build());

		this.web.perform(acknowledgement(notice, seen(page)).with(lead()))
			.andExpect(flash().attribute("changed", true));

		awaitMails(3);
		settle();
		assertThat(acknowledged()).isEmpty();
		assertThat(this.web.perform(get("/notices/" + notice).flashAttr("changed", true).with(lead()))
			.andReturn()
			.getResponse()
			.getContentAsString()).contains("Still to be read: 1", "RED: act by");
	}

	@Test
	void acknowledgesAgainWhatWasToldAgainInTheSameItem() throws Exception {
		UUID family = UUID.randomUUID();
		Alert alert = SampleAlert.amber().setFamily(family).build();
		consume(alert);
		consume(SampleAlert.amber().setFamily(family).build());
		awaitMails(1);
		UUID notice = MAILBOX.getFirst().noticeId();
		acknowledge(notice, lead(), seen(alert));
		Alert urgent = Alert.newBuilder(alert)
			.setState(AlertState.REVISED)
			.setRevision(2)
			.setColour(Colour.RED)
			.build();
		consume(urgent);
		awaitMails(3);

		acknowledge(notice, lead(), seen(urgent));

		await().until(() -> acknowledged().equals(List.of(alert.getAlertId(), alert.getAlertId())));
		assertThat(this.published.of(AlertAcknowledged.class)).extracting(AlertAcknowledged::getReceiptId)
			.doesNotHaveDuplicates();
		assertThat(this.published.of(AlertAcknowledged.class))
			.extracting((acknowledged) -> acknowledged.getRevision().orElseThrow())
			.containsExactly(1, 2);
	}

	@Test
	void sendsNoMoreOfWhatWasReadBeforeItWasSent() throws Exception {
		stopSmtp();
		Alert alert = SampleAlert.amber().build();
		consume(alert);
		await().until(() -> attempts() >= 1);

		acknowledge(newestNotice(), lead());
		awaitAttemptUnderWay();
		smtp = smtp();

		await().until(() -> acknowledged().equals(List.of(alert.getAlertId())));
		settle();
		assertThat(MAILBOX).isEmpty();
	}

	@Test
	void acknowledgesNoAlertThatIsClosed() throws Exception {
		Alert alert = SampleAlert.amber().build();
		consume(alert);
		awaitMails(1);
		UUID notice = MAILBOX.getFirst().noticeId();
		consume(closed(alert));
		awaitMails(2);

		acknowledge(notice, lead());

		await().until(() -> states(alert, "LEAD_PROFESSIONAL").contains(NotificationState.ACKNOWLEDGED));
		settle();
		assertThat(acknowledged()).isEmpty();
		assertThat(page(notice, lead())).contains("Acknowledged by user-1");
	}

	@Test
	void acknowledgesNoStatusThatChangedWhileThePracticeWasReading() throws Exception {
		OidcLoginRequestPostProcessor practice = user(PRACTICE, "GP_PRACTICE");
		StatusNotice status = StatusTextTest.childInNeed().setUrgent(true).build();
		consume(status);
		awaitMails(1);
		UUID notice = MAILBOX.getFirst().noticeId();
		String page = page(notice, practice);
		consume(StatusNotice.newBuilder(status).setStatus("SECTION_47").build());
		awaitMails(2);

		this.web.perform(acknowledgement(notice, seen(page)).with(practice))
			.andExpect(flash().attribute("changed", true));

		assertThat(page(notice, practice)).contains("Section 47", "name=\"seen\"");
	}

	@Test
	void takesFromSystemsWhatTheyNameOrElseWhatWasSent() throws Exception {
		UUID family = UUID.randomUUID();
		Alert sent = SampleAlert.amber().setFamily(family).build();
		Alert unsent = SampleAlert.amber().setFamily(family).build();
		consume(sent);
		awaitMails(1);
		await().until(() -> states(sent, "LEAD_PROFESSIONAL").contains(NotificationState.SENT));
		String acknowledgement = "/api/notices/" + MAILBOX.getFirst().noticeId() + "/acknowledgement";
		stopSmtp();
		try {
			consume(unsent);

			this.web.perform(post(acknowledgement).contentType("application/json").with(operator()))
				.andExpect(jsonPath("$.acknowledgedAt").isEmpty())
				.andExpect(jsonPath("$.subjects[0].id").value(unsent.getAlertId().toString()))
				.andExpect(jsonPath("$.subjects[0].acknowledged").value(false))
				.andExpect(jsonPath("$.subjects[1].acknowledged").value(true));
			this.web
				.perform(post(acknowledgement).contentType("application/json")
					.content("{\"seen\":[{\"id\":\"" + unsent.getAlertId() + "\",\"revision\":7}]}")
					.with(operator()))
				.andExpect(jsonPath("$.acknowledgedAt").isEmpty());
			this.web
				.perform(post(acknowledgement).contentType("application/json")
					.content("{\"seen\":[{\"id\":\"" + unsent.getAlertId() + "\",\"revision\":1}]}")
					.with(operator()))
				.andExpect(jsonPath("$.acknowledgedBy").value("mash-cli"));
		}
		finally {
			smtp = smtp();
		}

		await().until(() -> acknowledged().equals(List.of(sent.getAlertId(), unsent.getAlertId())));
	}

	@Test
	void refusesAnAcknowledgementThatCannotBeRead() throws Exception {
		consume(SampleAlert.amber().build());
		awaitMails(1);

		this.web.perform(acknowledgement(MAILBOX.getFirst().noticeId(), "nonsense").with(lead()))
			.andExpect(status().isBadRequest());
		this.web
			.perform(post("/api/notices/" + MAILBOX.getFirst().noticeId() + "/acknowledgement")
				.contentType("application/json")
				.content("{\"seen\":[{\"id\":\"nonsense\"}]}")
				.with(operator()))
			.andExpect(status().isBadRequest());
	}

	@Test
	void showsSystemsWhichRevisionAnItemHoldsAndWhichWasSent() throws Exception {
		Alert alert = SampleAlert.amber().build();
		consume(alert);
		await().until(() -> states(alert, "LEAD_PROFESSIONAL").contains(NotificationState.SENT));

		consume(Alert.newBuilder(alert).setState(AlertState.REVISED).setRevision(2).build());

		this.web.perform(get("/api/notices").param("area", "scn-1").with(operator()))
			.andExpect(jsonPath("$[0].subjects[0].id").value(alert.getAlertId().toString()))
			.andExpect(jsonPath("$[0].subjects[0].revision").value(2))
			.andExpect(jsonPath("$[0].subjects[0].toldRevision").value(1));
		this.web.perform(get("/api/notices").param("area", "scn-2").with(operator()))
			.andExpect(jsonPath("$").isEmpty());
	}

	@Test
	void servesSystemsWithoutContent() throws Exception {
		Alert alert = SampleAlert.amber().build();
		consume(alert);
		awaitMails(1);
		await().until(() -> !this.published.of(NotificationRecorded.class).isEmpty());
		UUID notification = this.published.of(NotificationRecorded.class).getFirst().getNotificationId();
		await().until(() -> states(alert, "LEAD_PROFESSIONAL").contains(NotificationState.SENT));
		var operator = operator();

		String body = this.web.perform(get("/api/notices/" + notification).with(operator))
			.andExpect(status().isOk())
			.andExpect(jsonPath("$.id").value(MAILBOX.getFirst().noticeId().toString()))
			.andReturn()
			.getResponse()
			.getContentAsString();
		this.web.perform(get("/api/notices").param("recipient", SampleAlert.LEAD).with(operator))
			.andExpect(jsonPath("$[0].recipientRole").value("LEAD_PROFESSIONAL"));
		this.web.perform(post("/api/notices/" + notification + "/acknowledgement").with(operator))
			.andExpect(jsonPath("$.acknowledgedBy").value("mash-cli"));
		this.web.perform(get("/api/notices/" + UUID.randomUUID()).with(operator))
			.andExpect(status().isNotFound())
			.andExpect(jsonPath("$.detail").exists());
		this.web.perform(get("/api/notices").with(jwt())).andExpect(status().isForbidden());
		this.web.perform(get("/api/notices")).andExpect(status().isUnauthorized());

		assertThat(body).doesNotContain(SampleAlert.HEALTH_STATEMENT, "K, 3 months");
	}

	/** Whoever delivers waits for the audit: a list holds it for its last moment only. */
	@Test
	void listsBeforeItWritesTheAudit() throws Exception {
		Alert alert = SampleAlert.amber().build();
		consume(alert);
		await().until(() -> states(alert, "LEAD_PROFESSIONAL").contains(NotificationState.SENT));

		Future<?> listed;
		try (ExecutorService client = Executors.newSingleThreadExecutor()) {
			listed = this.transaction.execute((status) -> {
				this.audit.record("a", AccessAudit.Action.READ, "x");
				Future<?> started = client.submit(() -> this.web.perform(get("/api/notices").with(operator()))
					.andExpect(status().isOk())
					.andExpect(jsonPath("$[0].subjects").isNotEmpty())
					.andExpect(jsonPath("$[0].deliveries").isNotEmpty()));
				await().atMost(Duration.ofSeconds(30)).until(() -> waitingForTheAuditHaving("notice"));
				assertThat(List.of("notice_entry", "message_entry", "delivery"))
					.allMatch(this::waitingForTheAuditHaving);
				return started;
			});
		}
		listed.get();
	}

	private boolean waitingForTheAuditHaving(String table) {
		return this.jdbc.sql("""
				SELECT count(*) > 0 FROM pg_locks waiting JOIN pg_locks held USING (pid)
				WHERE waiting.locktype = 'advisory' AND NOT waiting.granted AND held.relation = CAST(:table AS regclass)
				""").param("table", table).query(Boolean.class).single();
	}

	@Test
	void noticesWhenTheAuditIsAltered() {
		this.audit.record("a", AccessAudit.Action.READ, "x");
		this.audit.record("b", AccessAudit.Action.READ, "y");

		assertThat(this.audit.verify().intact()).isTrue();
		assertThatThrownBy(() -> this.jdbc.sql("DELETE FROM access_audit").update())
			.isInstanceOf(DataAccessException.class);
		this.jdbc.sql("ALTER TABLE access_audit DISABLE TRIGGER access_audit_is_append_only").update();
		this.jdbc.sql("UPDATE access_audit SET actor = 'c' WHERE actor = 'a'").update();
		assertThat(this.audit.verify().intact()).isFalse();
		this.jdbc.sql("UPDATE access_audit SET actor = 'a' WHERE actor = 'c'").update();
		this.jdbc.sql("ALTER TABLE access_audit ENABLE TRIGGER access_audit_is_append_only").update();
		assertThat(this.audit.verify().intact()).isTrue();
	}

	@Test
	void servesItsStylesToAnybody() throws Exception {
		this.web.perform(get("/assets/notices.css")).andExpect(status().isOk());
		this.web.perform(get("/webjars/govuk-frontend/dist/govuk/govuk-frontend.min.css")).andExpect(status().isOk());
		this.web.perform(get("/signed-out")).andExpect(status().isOk());
	}

	/** On a shared computer the next person would else be the one before. */
	@Test
	void signsOutAtTheIdentityProviderToo() throws Exception {
		OidcLoginRequestPostProcessor reader = lead()
			.clientRegistration(Objects.requireNonNull(this.registrations.findByRegistrationId("hub")));

		String next = this.web.perform(post("/logout").with(csrf()).with(reader))
			.andExpect(status().is3xxRedirection())
			.andReturn()
			.getResponse()
			.getHeader("Location");

		assertThat(next).startsWith("https://sign-in.mash.example/connect/logout?id_token_hint=")
			.endsWith("&post_logout_redirect_uri=https://notices.mash.example/signed-out");
		// Browsers hold redirects that follow a form to the policy of its page.
		this.web.perform(get("/signed-out"))
			.andExpect(header().string("Content-Security-Policy",
					containsString("form-action 'self' https://sign-in.mash.example")));
	}

	@Test
	void staysReadyWithoutAMailServer() throws Exception {
		stopSmtp();
		try {
			this.web.perform(get("/actuator/health/readiness")).andExpect(status().isOk());
			this.web.perform(get("/actuator/prometheus")).andExpect(status().isUnauthorized());
		}
		finally {
			smtp = smtp();
		}
	}

	private void consume(Alert alert) {
		this.listeners.onAlerts(List.of(record(alert)));
	}

	private void consume(StatusNotice notice) {
		this.listeners
			.onStatusNotices(List.of(new ConsumerRecord<>("hub.status-notices.v1", 0, this.offset++, "k", notice)));
	}

	private void tick(Instant clock) {
		this.listeners.onApplied(List.of(new ConsumerRecord<>("hub.applied.v1", 0, this.offset++, "k",
				ObservationApplied.newBuilder()
					.setProvenance(SampleAlert.provenance(clock))
					.setOffset(1)
					.setPartition(0)
					.setKind(ObservationKind.TICK)
					.setOutcome(AppliedOutcome.APPLIED)
					.build())));
	}

	/** The alert as another epoch gives it. */
	private static Alert.Builder another(Alert alert, Instant clock) {
		return Alert.newBuilder(alert)
			.setState(AlertState.REVISED)
			.setProvenance(Provenance.newBuilder(alert.getProvenance()).setEpoch("second").setClock(clock).build());
	}

	private static Alert closed(Alert alert) {
		return Alert.newBuilder(alert)
			.setState(AlertState.CLOSED)
			.setRevision(2)
			.setClosedBecause("It rested on a record that police have withdrawn.")
			.build();
	}

	/** Every text of the record becomes one that must not turn up anywhere. */
	private static void mark(SpecificRecord record) {
		for (Schema.Field field : record.getSchema().getFields()) {
			Object value = record.get(field.pos());
			if (field.name().equals("email")) {
				record.put(field.pos(), SampleAlert.LEAD);
			}
			else if (value instanceof String && !field.name().equals("gpPractice")) {
				record.put(field.pos(), "zq-" + field.name());
			}
			else if (value instanceof SpecificRecord nested) {
				mark(nested);
			}
			else if (value instanceof List<?> list) {
				List<Object> marked = new ArrayList<>(list);
				marked.replaceAll((item) -> (item instanceof String) ? "zq-" + field.name() : item);
				marked.stream()
					.filter(SpecificRecord.class::isInstance)
					.map(SpecificRecord.class::cast)
					.forEach(NotificationIT::mark);
				record.put(field.pos(), marked);
			}
		}
	}

	private static StatusNotice marked(StatusNotice.Builder notice) {
		StatusNotice built = notice.setGpPractice("M87002").build();
		mark(built);
		return built;
	}

	private void acknowledge(UUID notice, OidcLoginRequestPostProcessor reader) throws Exception {
		acknowledge(notice, reader, seen(page(notice, reader)));
	}

	private void acknowledge(UUID notice, OidcLoginRequestPostProcessor reader, String... seen) throws Exception {
		this.web.perform(acknowledgement(notice, seen).with(reader)).andExpect(redirectedUrl("/notices/" + notice));
	}

	private static MockHttpServletRequestBuilder acknowledgement(UUID notice, String... seen) {
		return post("/notices/" + notice + "/acknowledgement").with(csrf()).param("seen", seen);
	}

	private String page(UUID notice, OidcLoginRequestPostProcessor reader) throws Exception {
		return this.web.perform(get("/notices/" + notice).with(reader))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString();
	}

	/** What the form on a page sends along. */
	private static String[] seen(String page) {
		return Pattern.compile("name=\"seen\" value=\"([^\"]+)\"")
			.matcher(page)
			.results()
			.map((match) -> match.group(1))
			.toArray(String[]::new);
	}

	private static String seen(Alert alert) {
		return alert.getAlertId() + ":" + alert.getRevision();
	}

	private List<UUID> acknowledged() {
		return this.published.of(AlertAcknowledged.class).stream().map(AlertAcknowledged::getAlertId).toList();
	}

	private UUID newestNotice() {
		return this.jdbc.sql("SELECT notice_id FROM notice ORDER BY opened_at DESC LIMIT 1").query(UUID.class).single();
	}

	private static JwtRequestPostProcessor operator() {
		return jwt().jwt((token) -> token.subject("mash-cli"))
			.authorities(new SimpleGrantedAuthority("SCOPE_hub:operate"));
	}

	private static OidcLoginRequestPostProcessor lead() {
		return user(SampleAlert.LEAD, "LEAD_PROFESSIONAL");
	}

	private static OidcLoginRequestPostProcessor desk() {
		return user("officer@mash.example", "DUTY_DESK");
	}

	private static OidcLoginRequestPostProcessor user(String email, String role) {
		return oidcLogin()
			.idToken((token) -> token.subject("user-1").claim("email", email).claim("roles", List.of(role)));
	}

	private List<NotificationState> states(Alert alert, String role) {
		return this.published.of(NotificationRecorded.class)
			.stream()
			.filter((record) -> record.getAlertId().filter(alert.getAlertId()::equals).isPresent()
					&& record.getRecipientRole().equals(role))
			.map(NotificationRecorded::getState)
			.toList();
	}

	private int attempts() {
		return this.jdbc.sql("SELECT coalesce(max(attempts), 0) FROM delivery WHERE state = 'WAITING'")
			.query(Integer.class)
			.single();
	}

	/** An attempt that began before holds its row until it has failed. */
	private void awaitAttemptUnderWay() {
		this.jdbc.sql("SELECT state FROM delivery FOR UPDATE").query(String.class).list();
	}

	private static void awaitMails(int count) {
		await().atMost(Duration.ofSeconds(20)).until(() -> MAILBOX.size() >= count);
	}

	/** Long enough for whatever else might wrongly be sent. */
	private static void settle() {
		await().pollDelay(Duration.ofMillis(700)).until(() -> true);
	}

	private static void stopSmtp() {
		if (smtp != null) {
			smtp.stop();
		}
	}

	private static SMTPServer smtp() {
		SMTPServer server = SMTPServer.port(SMTP_PORT)
			.bindAddress(InetAddress.getLoopbackAddress())
			.simpleMessageListener(new SimpleMessageListener() {

				@Override
				public boolean accept(@Nullable String from, String recipient) {
					return !REFUSED.contains(recipient);
				}

				@Override
				public void deliver(@Nullable String from, String recipient, InputStream data) {
					MAILBOX.add(Mail.read(recipient, data));
				}

			})
			.build();
		server.start();
		return server;
	}

	private static HttpServer receiver() {
		try {
			HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			server.createContext("/mash", NotificationIT::receive);
			server.start();
			return server;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void receive(HttpExchange exchange) throws IOException {
		POSTS.add(new Post(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
				exchange.getRequestHeaders().getFirst("Mash-Signature"),
				exchange.getRequestHeaders().getFirst("Content-Type")));
		if (STALLING.getAndUpdate((left) -> Math.max(0, left - 1)) > 0) {
			exchange.sendResponseHeaders(200, 10);
			exchange.getResponseBody().flush();
			return;
		}
		exchange.sendResponseHeaders((UNAVAILABLE.getAndDecrement() > 0) ? 503 : 202, -1);
		exchange.close();
	}

	private static String hmac(Post post) throws Exception {
		String time = post.signature().substring(2, post.signature().indexOf(','));
		Mac mac = Mac.getInstance("HmacSHA256");
		mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
		return "t=" + time + ",v1="
				+ HexFormat.of().formatHex(mac.doFinal((time + "." + post.body()).getBytes(StandardCharsets.UTF_8)));
	}

	private static int freePort() {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private record Mail(String to, String subject, String body, String messageId) {

		static Mail read(String recipient, InputStream data) {
			try {
				MimeMessage message = new MimeMessage(null, new ByteArrayInputStream(data.readAllBytes()));
				return new Mail(recipient, message.getSubject(), message.getContent().toString(),
						message.getMessageID());
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			catch (MessagingException ex) {
				throw new IllegalStateException(ex);
			}
		}

		UUID noticeId() {
			return UUID.fromString(this.messageId.substring(1, 37));
		}

	}

	private record Post(String body, String signature, String contentType) {
	}

	static class RecordingPublisher implements Publisher {

		private final List<SpecificRecord> records = new CopyOnWriteArrayList<>();

		@Override
		public CompletableFuture<?> publish(String key, SpecificRecord record) {
			this.records.add(record);
			return CompletableFuture.completedFuture(Map.of());
		}

		<T> List<T> of(Class<T> type) {
			return this.records.stream().filter(type::isInstance).map(type::cast).toList();
		}

	}

	@TestConfiguration(proxyBeanMethods = false)
	static class WithoutBroker {

		@Bean
		@Primary
		RecordingPublisher publisher() {
			return new RecordingPublisher();
		}

	}

}
