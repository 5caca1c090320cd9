package org.mashhub.console.pages;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.jayway.jsonpath.JsonPath;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mashhub.console.ConsoleService;
import org.mashhub.console.Samples;
import org.mashhub.console.TestDatabase;
import org.mashhub.console.Tokens;
import org.mashhub.console.feed.Feeding;
import org.mashhub.console.feed.LedgerFeeding;
import org.mashhub.console.ledger.Backlog;
import org.mashhub.console.readmodel.Part;
import org.mashhub.event.common.v1.HandlingCode;
import org.mashhub.hub.v1.Alert;
import org.mashhub.hub.v1.AlertDecided;
import org.mashhub.hub.v1.AlertState;
import org.mashhub.hub.v1.ChronologyEntry;
import org.mashhub.hub.v1.Colour;
import org.mashhub.hub.v1.Evidence;
import org.mashhub.hub.v1.FormerChild;
import org.mashhub.hub.v1.LinkReview;
import org.mashhub.hub.v1.MentionLinked;
import org.mashhub.hub.v1.NamedChild;
import org.mashhub.hub.v1.NotificationState;
import org.mashhub.messaging.KeptRecords;
import org.mashhub.testinfrastructure.RealInfrastructure;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.oidcLogin;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** Pages and API with their security. */
@SpringBootTest(classes = ConsoleService.class,
		properties = { "spring.config.name=console", "spring.kafka.listener.auto-startup=false",
				"spring.kafka.consumer.value-deserializer=org.mashhub.console.RawAvroDeserializer",
				"hub.console.client-secret=test-secret", "hub.console.outbox-interval=1h",
				"hub.console.issuer=https://sign-in.mash.example" })
@AutoConfigureMockMvc
@Import({ Feeding.class, LedgerFeeding.class, Tokens.class })
@RealInfrastructure
class PagesIT {

	private static final Pattern SHOWN = Pattern.compile("name=\"shown\" value=\"([^\"]+)\"");

	private static final Pattern RECEIPT = Pattern.compile("name=\"receiptId\" value=\"([^\"]+)\"");

	@Autowired
	MockMvc mvc;

	@Autowired
	Feeding feeding;

	@Autowired
	LedgerFeeding ledger;

	@Autowired
	Backlog backlog;

	@Autowired
	JdbcClient jdbc;

	@DynamicPropertySource
	static void database(DynamicPropertyRegistry registry) {
		TestDatabase.use(registry);
	}

	@BeforeEach
	void family() {
		this.feeding.publish(Samples.AREA, Samples.area());
		this.feeding.publish("m", Samples.linked("mention-man", Samples.MAN));
		this.feeding.publish(Samples.CHILD.toString(), Samples.picture());
		this.feeding.publish("c",
				Samples.entry("1", "police", "Incident logged", HandlingCode.MASH_ONLY, "mention-man"));
		this.feeding.publish("n", Samples.told(NotificationState.ACKNOWLEDGED));
		this.feeding.publish("r", Samples.applied("red1", "red"));
		for (String name : new String[] { "red", "taken", "ended" }) {
			this.feeding.publish(Samples.id(name).toString(),
					Samples.alert(name, 1, AlertState.RAISED, Colour.RED, Samples.NOW.plus(Duration.ofHours(8))));
		}
	}

	@Test
	void strangerIsSentToSignIn() throws Exception {
		this.mvc.perform(get("/")).andExpect(status().isFound()).andExpect(redirectedUrl("/oauth2/authorization/hub"));
		this.mvc.perform(get("/api/alerts"))
			.andExpect(status().isUnauthorized())
			.andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
	}

	@Test
	void signInGoesToTheIdentityProviderWithAProof() throws Exception {
		this.mvc.perform(get("/oauth2/authorization/hub"))
			.andExpect(header().string("Location", containsString("https://sign-in.mash.example/oauth2/authorize")))
			.andExpect(header().string("Location", containsString("code_challenge_method=S256")));
	}

	@Test
	void othersThanMashOfficersAreTurnedAway() throws Exception {
		this.mvc.perform(get("/").with(user("LEAD_PROFESSIONAL"))).andExpect(status().isForbidden());
		this.mvc.perform(get("/api/alerts").with(user("GP_PRACTICE"))).andExpect(status().isForbidden());
	}

	@Test
	void listShowsWhatByWhenAndWhoTookIt() throws Exception {
		this.mvc.perform(get("/").with(user("MASH_OFFICER")))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("Child A, 3 months")))
			.andExpect(content().string(containsString("by 18:00 today")))
			.andExpect(content().string(containsString("Nobody has taken it")))
			.andExpect(header().string("Content-Security-Policy", containsString("script-src 'self';")));
		this.mvc.perform(get("/alerts/list").with(user("MASH_MANAGER")).param("colour", "GREEN"))
			.andExpect(status().isOk())
			.andExpect(content().string(not(containsString("Child A, 3 months"))));
	}

	@Test
	void alertPageShowsEvidenceThatTheOfficerMaySeeAndLeavesAnAuditRow() throws Exception {
		long before = audited();

		this.mvc.perform(get("/alerts/{id}", Samples.id("red")).with(user("MASH_OFFICER")))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("An assault was recorded")))
			.andExpect(content().string(not(containsString("Sealed intelligence"))))
			.andExpect(content().string(containsString("Sam Worker")))
			.andExpect(content().string(containsString("Police content: MASH only")));

		assertThat(audited()).isEqualTo(before + 1);
	}

	@Test
	void childPageShowsTheChronology() throws Exception {
		this.mvc.perform(get("/children/{id}", Samples.CHILD).with(user("MASH_OFFICER")))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("Aria Example")))
			.andExpect(content().string(containsString("Child in Need")))
			.andExpect(content().string(containsString("Incident logged")));
	}

	@Test
	void childPageSaysOfEveryRecordWhomItIsAbout() throws Exception {
		Samples.familyOfAva().forEach(this.feeding::publish);

		String page = this.mvc.perform(get("/children/{id}", Samples.AVA).with(user("MASH_OFFICER")))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString()
			.replaceAll("<[^>]+>", " ")
			.replaceAll("\\s+", " ")
			.replace("&#39;", "'");

		assertThat(page).contains("About Noah Sample (other child of the family) Status: child in need",
				"About Darren Pike (recorded at Child A's address) Death recorded",
				"About Ava Sample and Noah Sample (other child of the family) Home visit",
				"About Ava Sample Child seen awake", "About Noah Sample (other child of the family) Child not seen",
				"About somebody whose link to the child is to be checked Incident logged",
				"About Craig (named in one record with Child A; to be checked) House move",
				"About somebody who is not on this page; names Kelly Sample (parent of Child A) Referral received",
				"About another child of the family Missed appointment",
				"Names Noah Sample (other child of the family) Complaint received");
		this.mvc.perform(get("/api/children/{id}", Samples.AVA).with(scope("hub:read")))
			.andExpect(
					jsonPath("$.chronology.entries[?(@.headline == 'Status: child in need')].about[0].people[0].name")
						.value("Noah Sample"))
			.andExpect(jsonPath("$.chronology.entries[?(@.headline == 'Death recorded')].about[0].people[0].whose")
				.value("ADULT"))
			.andExpect(jsonPath("$.chronology.entries[*].statements").isEmpty());
	}

	@Test
	void whatAnAgencyRestrictsIsReadByManagersAloneAndOthersAreToldSo() throws Exception {
		this.feeding.publish("staff-mention", Samples.linked("staff-mention", Samples.MAN));
		this.feeding.publish("staff",
				ChronologyEntry
					.newBuilder(Samples.entry("staff", "hospital", "Attended after an assault", HandlingCode.MASH_ONLY,
							"staff-mention"))
					.setSummary("A nurse of the ward.")
					.setRestricted(true)
					.build());
		Alert.Builder alert = Samples.alertBuilder("restricted", 1, AlertState.RAISED, Colour.RED,
				Samples.NOW.plus(Duration.ofDays(1)));
		this.feeding.publish(Samples.id("restricted").toString(),
				alert.setEvidence(List.of(Evidence.newBuilder(alert.getEvidence().getFirst())
					.setAgency("hospital")
					.setSourceRecord("hospital/ORG/sys/staff")
					.setStatement("The hospital treated him after an assault.")
					.build())).build());

		for (String page : List.of("/children/" + Samples.CHILD, "/alerts/" + Samples.id("restricted"))) {
			this.mvc.perform(get(page).with(user("MASH_OFFICER")))
				.andExpect(content().string(containsString("A restricted record.")))
				.andExpect(content().string(containsString("or a MASH manager can say more.")))
				.andExpect(content().string(not(containsString("assault."))))
				.andExpect(content().string(not(containsString("Attended after"))))
				.andExpect(content().string(not(containsString("nurse"))));
		}
		this.mvc.perform(get("/children/{id}", Samples.CHILD).with(user("MASH_OFFICER")))
			.andExpect(content().string(containsString("1 entry is of records that an agency restricts")))
			.andExpect(content().string(containsString("MASH managers may read what they say")))
			.andExpect(content().string(containsString("Incident logged")));
		this.mvc.perform(get("/children/{id}", Samples.CHILD).with(user("MASH_MANAGER")))
			.andExpect(content().string(containsString("Attended after an assault")))
			.andExpect(content().string(containsString("You read what they say as a MASH manager")));
		this.mvc.perform(get("/alerts/{id}", Samples.id("restricted")).with(user("MASH_MANAGER")))
			.andExpect(content().string(containsString("The hospital treated him after an assault.")));
		this.mvc.perform(get("/api/children/{id}", Samples.CHILD).with(scope("hub:read")))
			.andExpect(jsonPath("$.chronology.restricted").value(1))
			.andExpect(jsonPath("$.chronology.contentHidden").value(true))
			.andExpect(content().string(not(containsString("Attended after"))))
			.andExpect(content().string(not(containsString("nurse"))));
		this.mvc.perform(get("/api/alerts/{id}", Samples.id("restricted")).with(scope("hub:read")))
			.andExpect(jsonPath("$.evidence[0].sourceRecord").value("hospital/ORG/sys/staff"))
			.andExpect(jsonPath("$.evidence[0].statement").isEmpty());
		this.jdbc.sql("DELETE FROM chronology_entry WHERE record_key = 'staff'").update();
	}

	@Test
	void anAlertAboutSeveralChildrenIsOnThePageOfEachAndSaysWhomItIsAboutNoLonger() throws Exception {
		this.feeding.publish(Samples.id("joint").toString(), Samples
			.alertBuilder("joint", 2, AlertState.REVISED, Colour.RED, Samples.NOW.plus(Duration.ofHours(8)))
			.setChildId(Samples.id("elder"))
			.setChildLabel("Child E, 8 years; Child A, 3 months")
			.setOtherChildren(List.of(new NamedChild(Samples.CHILD, Samples.id("mention-child"), "Child A, 3 months")))
			.setNoLongerAbout(List
				.of(new FormerChild(Samples.id("other"), "Child T, 5 years", "the records were withdrawn", false)))
			.build());

		this.mvc.perform(get("/children/{id}", Samples.CHILD).with(user("MASH_OFFICER")))
			.andExpect(content().string(containsString("/alerts/" + Samples.id("joint"))));
		this.mvc.perform(get("/alerts/{id}", Samples.id("joint")).with(user("MASH_OFFICER")))
			.andExpect(content().string(containsString("Child E, 8 years; Child A, 3 months")))
			.andExpect(content().string(containsString("Open the page of Child A, 3 months")))
			.andExpect(
					content().string(containsString("No longer about Child T, 5 years: the records were withdrawn.")));
	}

	@Test
	void takingAnAlertIsRecordedOnceAndShownAsBeingApplied() throws Exception {
		UUID receipt = UUID.randomUUID();
		String shown = shown("taken");
		for (int click = 0; click < 2; click++) {
			this.mvc
				.perform(post("/alerts/{id}/take", Samples.id("taken")).with(user("MASH_OFFICER"))
					.with(csrf())
					.param("shown", shown)
					.param("receiptId", receipt.toString()))
				.andExpect(redirectedUrl("/alerts/" + Samples.id("taken")));
		}

		this.mvc.perform(get("/alerts/{id}", Samples.id("taken")).with(user("MASH_OFFICER")))
			.andExpect(content().string(containsString("is being applied")));
		assertThat(this.jdbc.sql("SELECT count(*) FROM outbox WHERE record_key = :key")
			.param("key", Samples.id("taken").toString())
			.query(Long.class)
			.single()).isEqualTo(1);
	}

	@Test
	void takingWithoutTheFormsTokenIsRefused() throws Exception {
		this.mvc
			.perform(post("/alerts/{id}/take", Samples.id("red")).with(user("MASH_OFFICER"))
				.param("receiptId", UUID.randomUUID().toString()))
			.andExpect(status().isForbidden());
	}

	@Test
	void wrongPersonWantsAReason() throws Exception {
		this.mvc
			.perform(post("/alerts/{id}/end", Samples.id("ended")).with(user("MASH_OFFICER"))
				.with(csrf())
				.param("receiptId", UUID.randomUUID().toString())
				.param("shown", shown("ended"))
				.param("outcome", "WRONG_PERSON"))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("Say why it is the wrong person or household")));
	}

	@Test
	void anAlertThatChangedWhileTheOfficerReadIsShownAnewAndNothingIsRecorded() throws Exception {
		this.feeding.publish(Samples.id("renewed").toString(),
				Samples.alert("renewed", 1, AlertState.RAISED, Colour.AMBER, Samples.NOW.plus(Duration.ofDays(5))));
		String seen = shown("renewed");
		this.feeding.publish(Samples.id("renewed").toString(),
				Samples.alert("renewed", 2, AlertState.REVISED, Colour.RED, Samples.NOW.plus(Duration.ofHours(8))));

		this.mvc.perform(decision("renewed", "take", seen))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("The alert changed while you were reading")))
			.andExpect(content().string(containsString("An assault was recorded")));
		this.mvc.perform(decision("renewed", "end", seen).param("outcome", "WRONG_PERSON").param("reason", "A cousin."))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("The alert changed while you were reading")))
			.andExpect(content().string(containsString("A cousin.")));
		this.mvc.perform(decision("renewed", "end", seen))
			.andExpect(content().string(containsString("The alert changed while you were reading")));
		assertThat(decided("renewed")).isEmpty();

		this.mvc.perform(decision("renewed", "take", shown("renewed")))
			.andExpect(redirectedUrl("/alerts/" + Samples.id("renewed")));
		assertThat(decided("renewed")).singleElement().satisfies((decided) -> {
			assertThat(decided.getRevision()).contains(2);
			assertThat(decided.getEpoch()).contains("epoch-1");
			assertThat(decided.getClock()).contains(Samples.NOW);
		});
	}

	@Test
	void thatAnOfficerHasTakenAnAlertThemselvesIsNoChangeAndThatAnotherHasIs() throws Exception {
		Alert.Builder alert = Samples.alertBuilder("own", 1, AlertState.RAISED, Colour.RED,
				Samples.NOW.plus(Duration.ofHours(8)));
		this.feeding.publish(Samples.id("own").toString(), alert.build());
		String seen = shown("own");

		this.feeding.publish(Samples.id("own").toString(), alert.setRevision(2).setTakenBy("another").build());
		this.mvc.perform(decision("own", "end", seen).param("outcome", "RIGHT_BUT_NOT_USEFUL"))
			.andExpect(content().string(containsString("The alert changed while you were reading")));
		this.feeding.publish(Samples.id("own").toString(), alert.setRevision(3).setTakenBy("officer").build());
		this.mvc.perform(decision("own", "end", seen).param("outcome", "RIGHT_BUT_NOT_USEFUL"))
			.andExpect(redirectedUrl("/alerts/" + Samples.id("own")));

		assertThat(decided("own")).singleElement()
			.satisfies((decided) -> assertThat(decided.getRevision()).contains(3));
	}

	@Test
	void aDecisionThatTheHubDidNotApplySaysSoAndLeavesTheAlertOpen() throws Exception {
		this.feeding.publish(Samples.id("overtaken").toString(),
				Samples.alert("overtaken", 1, AlertState.RAISED, Colour.RED, Samples.NOW.plus(Duration.ofHours(8))));
		this.mvc.perform(decision("overtaken", "end", shown("overtaken")).param("outcome", "RIGHT_BUT_NOT_USEFUL"));
		this.jdbc
			.sql("INSERT INTO applied (receipt_id, area, outcome, alerts, log_offset) "
					+ "SELECT receipt_id, area, 'SAME_AS_BEFORE', '', 0 FROM decision WHERE alert_id = :alert")
			.param("alert", Samples.id("overtaken"))
			.update();

		this.mvc.perform(get("/alerts/{id}", Samples.id("overtaken")).with(user("MASH_OFFICER")))
			.andExpect(content().string(containsString("or the alert had changed before")))
			.andExpect(content().string(not(containsString("is being applied"))))
			.andExpect(content().string(containsString("End the alert")));
	}

	private static MockHttpServletRequestBuilder decision(String alert, String what, String shown) {
		return post("/alerts/{id}/{what}", Samples.id(alert), what).with(user("MASH_OFFICER"))
			.with(csrf())
			.param("receiptId", UUID.randomUUID().toString())
			.param("shown", shown);
	}

	/** What the page's forms send of what it shows. */
	private String shown(String alert) throws Exception {
		Matcher field = SHOWN
			.matcher(this.mvc.perform(get("/alerts/{id}", Samples.id(alert)).with(user("MASH_OFFICER")))
				.andReturn()
				.getResponse()
				.getContentAsString());
		assertThat(field.find()).isTrue();
		return field.group(1);
	}

	private List<AlertDecided> decided(String alert) {
		return this.jdbc.sql("SELECT payload FROM outbox WHERE record_key = :key ORDER BY id")
			.param("key", Samples.id(alert).toString())
			.query((row, number) -> KeptRecords.read(row.getBytes(1), AlertDecided.class))
			.list();
	}

	@Test
	void otherPagesShow() throws Exception {
		this.feeding.publish("review", Samples.review());
		this.mvc.perform(get("/reviews").with(user("MASH_OFFICER")))
			.andExpect(content().string(containsString("One man or two?")));
		this.mvc.perform(get("/quarantine").with(user("MASH_OFFICER")))
			.andExpect(content().string(containsString("Nothing is set aside")));
		this.mvc.perform(get("/alerts/{id}", UUID.randomUUID()).with(user("MASH_OFFICER")))
			.andExpect(status().isNotFound());
	}

	@Test
	void aQuestionShowsBothMentionsAndHidesWhatPoliceHoldUntilItIsDecided() throws Exception {
		this.feeding.publish("m2", Samples.linked("mention-unsure", Samples.UNSURE));
		this.feeding.publish("review", Samples.review());

		this.mvc.perform(get("/reviews/{id}", Samples.id("review")).with(user("MASH_OFFICER")))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("Daz Example")))
			.andExpect(content().string(containsString("a man called Daz")))
			.andExpect(content().string(containsString("hidden until you decide")))
			.andExpect(content().string(containsString("they count as two people")))
			.andExpect(content().string(not(containsString("Incident logged"))))
			.andExpect(content().string(not(containsString("suspect"))))
			.andExpect(content().string(not(containsString("father"))));
	}

	@Test
	void aQuestionSaysOfARecordWhetherItIsAboutWhomItNames() throws Exception {
		Samples.familyOfAva().forEach(this.feeding::publish);
		this.feeding.publish("about",
				LinkReview.newBuilder(Samples.review("about", true))
					.setPersonId(Samples.id("kelly"))
					.setOtherPersonId(Samples.id("noah"))
					.build());

		String page = this.mvc.perform(get("/reviews/{id}", Samples.id("about")).with(user("MASH_OFFICER")))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString()
			.replaceAll("<[^>]+>", " ")
			.replaceAll("\\s+", " ");

		String ofKelly = "Status: child in need (about somebody else who is named there)";
		assertThat(page).containsOnlyOnce(ofKelly);
		assertThat(page.replace(ofKelly, "")).contains("Status: child in need");
	}

	@Test
	void aQuestionThatRestsOnASealedRecordIsForPoliceInTheMashAlone() throws Exception {
		this.feeding.publish("sealed", Samples.sealedReview());

		this.mvc.perform(get("/reviews").with(user("MASH_OFFICER")))
			.andExpect(content().string(not(containsString("A sealed question"))));
		this.mvc.perform(get("/reviews/{id}", Samples.id("sealed-review")).with(user("MASH_OFFICER")))
			.andExpect(status().isNotFound());
		this.mvc.perform(answer("sealed-review", UUID.randomUUID(), "SAME", "known to me").with(user("MASH_OFFICER")))
			.andExpect(status().isNotFound());
		this.mvc.perform(get("/api/reviews").with(scope("hub:read")))
			.andExpect(content().string(not(containsString("A sealed question"))));
	}

	@Test
	void anAnswerIsRecordedOnceAndALaterOneIsAboutTheSameTwo() throws Exception {
		long before = this.jdbc.sql("SELECT coalesce(max(id), 0) FROM outbox").query(Long.class).single();
		this.feeding.publish("answered", Samples.review("answered-review", true));
		UUID receipt = UUID.randomUUID();
		for (int click = 0; click < 2; click++) {
			this.mvc
				.perform(answer("answered-review", receipt, "SAME", "The health visitor knows him.")
					.with(user("MASH_OFFICER")))
				.andExpect(redirectedUrl("/reviews/" + Samples.id("answered-review")));
		}
		this.mvc.perform(get("/reviews/{id}", Samples.id("answered-review")).with(user("MASH_OFFICER")))
			.andExpect(content().string(containsString("is being applied")))
			.andExpect(content().string(containsString("The health visitor knows him.")));

		this.feeding.publish("answered", Samples.review("answered-review", false));
		this.mvc
			.perform(answer("answered-review", UUID.randomUUID(), "DIFFERENT", "He was in prison then.")
				.with(user("MASH_OFFICER")))
			.andExpect(redirectedUrl("/reviews/" + Samples.id("answered-review")));
		this.mvc.perform(get("/reviews").with(user("MASH_OFFICER")))
			.andExpect(content().string(containsString("Different people: officer")))
			.andExpect(content().string(not(containsString("Same person: officer"))));

		assertThat(this.jdbc.sql("SELECT verdict FROM link_answer WHERE review_id = :review ORDER BY seq")
			.param("review", Samples.id("answered-review"))
			.query(String.class)
			.list()).containsExactly("SAME", "DIFFERENT");
		assertThat(this.jdbc
			.sql("SELECT count(*), count(DISTINCT record_key) FROM outbox WHERE type = 'LinkDecided' AND id > :before")
			.param("before", before)
			.query((row, number) -> List.of(row.getInt(1), row.getInt(2)))
			.single()).containsExactly(2, 1);
	}

	@Test
	void aQuestionAskedAgainAboutAnotherRecordIsAnsweredAboutThatOne() throws Exception {
		for (String mention : List.of("mention-first", "mention-later")) {
			this.feeding.publish("again", Samples.reviewOf("asked-again", mention));
			this.mvc.perform(answer("asked-again", UUID.randomUUID(), "DIFFERENT", "Another height.", mention)
				.with(user("MASH_OFFICER")));
		}

		assertThat(this.jdbc.sql("SELECT other_mention_id FROM link_answer WHERE review_id = :review ORDER BY seq")
			.param("review", Samples.id("asked-again"))
			.query(UUID.class)
			.list()).containsExactly(Samples.id("mention-first"), Samples.id("mention-later"));
	}

	@Test
	void aQuestionGoesWithItsRecordAndFollowsWhoMaySeeIt() throws Exception {
		this.feeding.publish("gone", Samples.reviewOf("gone", "mention-gone"));
		this.feeding.publish("now-sealed", Samples.reviewOf("now-sealed", "mention-now-sealed"));
		this.mvc.perform(get("/reviews/{id}", Samples.id("gone")).with(user("MASH_OFFICER")))
			.andExpect(status().isOk());
		this.mvc.perform(get("/reviews/{id}", Samples.id("now-sealed")).with(user("MASH_OFFICER")))
			.andExpect(status().isOk());

		this.feeding.publish("gone-record",
				ChronologyEntry
					.newBuilder(Samples.entry("mention-gone", "health-visiting", "Home visit", HandlingCode.STANDARD,
							"mention-gone"))
					.setWithdrawn(true)
					.build());
		this.feeding.publish("sealed-record", Samples.entry("mention-now-sealed", "health-visiting", "Home visit",
				HandlingCode.POLICE_MASH_ONLY, "mention-now-sealed"));

		this.mvc.perform(get("/reviews/{id}", Samples.id("gone")).with(user("MASH_OFFICER")))
			.andExpect(status().isNotFound());
		this.mvc.perform(get("/reviews/{id}", Samples.id("now-sealed")).with(user("MASH_OFFICER")))
			.andExpect(status().isNotFound());
		this.feeding.publish("gone", LinkReview.newBuilder(Samples.review("gone", false)).setMention(null).build());
		this.mvc.perform(get("/reviews/{id}", Samples.id("gone")).with(user("MASH_OFFICER")))
			.andExpect(status().isNotFound());
	}

	@Test
	void whatALinkRestsOnIsNotToldOfSomebodyOfWhomPoliceAloneKnowARecord() throws Exception {
		UUID person = UUID.randomUUID();
		this.feeding.publish("open-mention",
				MentionLinked.newBuilder(Samples.linked("open-mention", person))
					.setSourceRecord("housing/ORG/sys/open-record")
					.build());
		this.feeding.publish("open-record",
				Samples.entry("open-record", "housing", "Moved", HandlingCode.STANDARD, "open-mention"));
		this.mvc.perform(get("/api/persons/{id}/links", person).with(scope("hub:read")))
			.andExpect(jsonPath("$.links[0].explanation").value("Same name and address."));

		this.feeding.publish("secret-mention",
				MentionLinked.newBuilder(Samples.linked("secret-mention", person))
					.setSourceRecord("police/ORG/sys/secret-record")
					.build());
		this.feeding.publish("secret-record", Samples.entry("secret-record", "police", "Intelligence",
				HandlingCode.POLICE_MASH_ONLY, "secret-mention"));

		this.mvc.perform(get("/api/persons/{id}/links", person).with(scope("hub:read")))
			.andExpect(jsonPath("$.links.length()").value(1))
			.andExpect(jsonPath("$.links[0].explanation").value(""))
			.andExpect(jsonPath("$.links[0].nextBest").doesNotExist());
		this.mvc.perform(get("/api/identity/{id}", Samples.id("secret-mention")).with(scope("hub:read")))
			.andExpect(status().isNotFound());
		this.mvc.perform(get("/api/identity/{id}", Samples.id("open-mention")).with(scope("hub:read")))
			.andExpect(jsonPath("$.comparisons.length()").value(0));
	}

	@Test
	void anAnswerWantsAChoiceAReasonTheFormsTokenAndAnOfficer() throws Exception {
		this.feeding.publish("review", Samples.review());

		this.mvc.perform(answer("review", UUID.randomUUID(), "", "because").with(user("MASH_OFFICER")))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("Choose whether they are one person")));
		this.mvc.perform(answer("review", UUID.randomUUID(), "SAME", " ").with(user("MASH_OFFICER")))
			.andExpect(content().string(containsString("Say how you know")));
		this.mvc
			.perform(post("/reviews/{id}/answer", Samples.id("review")).with(user("MASH_OFFICER"))
				.with(csrf())
				.param("receiptId", UUID.randomUUID().toString())
				.param("asked", "others than are asked about now")
				.param("verdict", "SAME")
				.param("reason", "because"))
			.andExpect(content().string(containsString("Another record came while you were reading")));
		this.mvc
			.perform(post("/reviews/{id}/answer", Samples.id("review")).with(user("MASH_OFFICER"))
				.param("receiptId", UUID.randomUUID().toString())
				.param("verdict", "SAME")
				.param("reason", "because"))
			.andExpect(status().isForbidden());
		this.mvc.perform(answer("review", UUID.randomUUID(), "SAME", "because").with(user("LEAD_PROFESSIONAL")))
			.andExpect(status().isForbidden());
	}

	@Test
	void theApiAnswersQuestionsAndExplainsLinks() throws Exception {
		this.feeding.publish("review", Samples.review());
		String body = "{\"verdict\":\"UNSURE\",\"reason\":\"No description.\"}";

		this.mvc
			.perform(post("/api/reviews/{id}/answers", Samples.id("review")).with(scope("hub:read"))
				.contentType(MediaType.APPLICATION_JSON)
				.content(body))
			.andExpect(status().isForbidden());
		this.mvc
			.perform(post("/api/reviews/{id}/answers", Samples.id("review")).with(scope("hub:operate"))
				.contentType(MediaType.APPLICATION_JSON)
				.content("{\"verdict\":\"UNSURE\",\"reason\":\"\"}"))
			.andExpect(status().isBadRequest());
		this.mvc
			.perform(post("/api/reviews/{id}/answers", Samples.id("review")).with(scope("hub:operate"))
				.contentType(MediaType.APPLICATION_JSON)
				.content(body))
			.andExpect(status().isAccepted())
			.andExpect(jsonPath("$.state").value("PENDING"));
		this.mvc.perform(get("/api/persons/{id}/links", Samples.MAN).with(scope("hub:read")))
			.andExpect(status().isOk())
			.andExpect(jsonPath("$.links[0].explanation").value("Same name and address."))
			.andExpect(jsonPath("$.links[0].agency").value("police"))
			.andExpect(jsonPath("$.links[0].nextBest.keptApart").value("TOO_LITTLE"))
			.andExpect(jsonPath("$.questions[0].reviewId").value(Samples.id("review").toString()));
		this.mvc.perform(get("/api/persons/{id}/links", UUID.randomUUID()).with(scope("hub:read")))
			.andExpect(status().isNotFound());
	}

	@Test
	void alertPageShowsWhyTheRecordsAreAboutTheSamePeople() throws Exception {
		this.mvc.perform(get("/alerts/{id}", Samples.id("red")).with(user("MASH_OFFICER")))
			.andExpect(content().string(containsString("Why the records are about the same people")))
			.andExpect(content().string(containsString("Same name and address.")))
			.andExpect(content().string(
					containsString("The next best candidate agreed too little, or another fits as well (2.5 bits).")));
	}

	private static MockHttpServletRequestBuilder answer(String review, UUID receipt, String verdict, String reason) {
		return answer(review, receipt, verdict, reason, "mention-unsure");
	}

	private static MockHttpServletRequestBuilder answer(String review, UUID receipt, String verdict, String reason,
			String otherMention) {
		return post("/reviews/{id}/answer", Samples.id(review)).with(csrf())
			.param("receiptId", receipt.toString())
			.param("asked", Samples.id("mention-man") + " " + Samples.id(otherMention))
			.param("verdict", verdict)
			.param("reason", reason);
	}

	@Test
	void everyPageSaysThatTheHubIsBehindUntilItIsNot() throws Exception {
		this.jdbc.sql("DELETE FROM open_receipt").update();
		this.ledger.read(this.ledger.accepted("late", "WMP", Samples.NOW, null));
		this.backlog.refresh();

		for (String page : List.of("/", "/alerts/list", "/children/" + Samples.CHILD, "/feeds")) {
			this.mvc.perform(get(page).with(user("MASH_OFFICER")))
				.andExpect(content().string(containsString("The hub is behind.")))
				.andExpect(content().string(containsString(
						"1 record that an agency has sent is not in what you see yet. The oldest came on 13 January 2026, 10:00.")));
		}

		ConsumerRecord<String, byte[]> entry = this.ledger.logged("late", "north", 0, 1, Samples.NOW);
		this.ledger.read(entry, this.ledger.applied("late", entry));
		this.backlog.refresh();
		this.mvc.perform(get("/").with(user("MASH_OFFICER")))
			.andExpect(content().string(not(containsString("The hub is behind."))));
	}

	@Test
	void feedsShowWhoIsSilentAndWhatWaits() throws Exception {
		this.ledger.read(this.ledger.declared("police", "WMP", 1, Samples.NOW),
				this.ledger.accepted("waiting", "WMP", Samples.NOW, null),
				this.ledger.accepted("undeclared", "OTHER", Samples.NOW, null));

		this.mvc.perform(get("/feeds").with(user("MASH_OFFICER")))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("1 declared feed is silent.")))
			.andExpect(content().string(containsString("silent since 13 January 2026, 10:00")))
			.andExpect(content().string(containsString("Incident logged")))
			.andExpect(content().string(containsString("not declared")))
			.andExpect(content().string(containsString(LedgerFeeding.receipt("waiting").toString())));
		this.mvc.perform(get("/api/feeds").with(scope("hub:read")))
			.andExpect(jsonPath("$.feeds[0].state").value("SILENT"))
			.andExpect(jsonPath("$.feeds[0].waiting").value(1))
			.andExpect(jsonPath("$.feeds[1].state").value("NOT_DECLARED"))
			.andExpect(jsonPath("$.open[0].waitsFor").value("LOG"));
		this.mvc.perform(get("/feeds").with(user("LEAD_PROFESSIONAL"))).andExpect(status().isForbidden());
	}

	@Test
	void apiGivesAlertsWithWhoWasTold() throws Exception {
		this.mvc.perform(get("/api/alerts").param("area", Samples.AREA).with(scope("hub:read")))
			.andExpect(status().isOk())
			.andExpect(jsonPath("$[?(@.alertId == '" + Samples.id("red") + "')].notifications[0].recipientRole")
				.value("LEAD_PROFESSIONAL"))
			.andExpect(jsonPath("$[0].dueAt").value("2026-01-13T18:00:00Z"));
		this.mvc.perform(get("/api/children/{id}", Samples.CHILD).with(scope("hub:read")))
			.andExpect(jsonPath("$.displayName").value("Aria Example"))
			.andExpect(jsonPath("$.chronology.entries[0].headline").value("Incident logged"));
		this.mvc.perform(get("/api/receipts/{id}", Samples.id("red1")).with(scope("hub:read")))
			.andExpect(jsonPath("$.state").value("APPLIED"));
	}

	@Test
	void apiGivesListsPartByPartAndSaysWhereTheNextOneIs() throws Exception {
		manyAlerts("parts", 3);

		this.mvc.perform(get("/api/alerts?area=parts&limit=3").with(scope("hub:read")))
			.andExpect(jsonPath("$.length()").value(3))
			.andExpect(header().doesNotExist("Link"));
		String link = Objects
			.requireNonNull(this.mvc.perform(get("/api/alerts?area=parts&limit=2").with(scope("hub:read")))
				.andExpect(jsonPath("$.length()").value(2))
				.andReturn()
				.getResponse()
				.getHeader("Link"));
		assertThat(link).matches("</api/alerts\\?area=parts&limit=2&after=[\\w-]+>; rel=\"next\"");
		this.mvc.perform(get(URI.create(link.substring(1, link.indexOf('>')))).with(scope("hub:read")))
			.andExpect(jsonPath("$.length()").value(1))
			.andExpect(header().doesNotExist("Link"));
		this.jdbc.sql("DELETE FROM alert WHERE area = 'parts'").update();
	}

	@Test
	void aListIsNotReadWithoutEndNorFromAPlaceThatDoesNotExist() throws Exception {
		for (String list : List.of("alerts", "children", "notifications", "quarantine", "reviews")) {
			for (String wrong : List.of("limit=0", "limit=1001", "limit=many", "after=nowhere!")) {
				this.mvc.perform(get("/api/" + list + "?" + wrong).with(scope("hub:read")))
					.andExpect(status().isBadRequest())
					.andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
					.andExpect(jsonPath("$.detail")
						.value(containsString("\"" + wrong.substring(0, wrong.indexOf('=')) + "\" ")))
					.andExpect(jsonPath("$.detail").value(not(containsString("many"))));
			}
		}
		this.mvc.perform(get("/reviews?after=nowhere!").with(user("MASH_OFFICER"))).andExpect(status().isBadRequest());
	}

	@Test
	void theListOfAlertsSaysThatThereAreMoreOnlyWhenThereAre() throws Exception {
		manyAlerts("parts", Part.USUAL);
		this.mvc.perform(get("/?area=parts").with(user("MASH_OFFICER")))
			.andExpect(content().string(containsString("500 open alerts")))
			.andExpect(content().string(not(containsString("There are more"))))
			.andExpect(content().string(not(containsString("Show what comes next"))));

		manyAlerts("parts", 1);

		String page = this.mvc.perform(get("/?area=parts").with(user("MASH_OFFICER")))
			.andExpect(content().string(containsString("The 500 with the soonest deadlines are shown. There are more")))
			.andReturn()
			.getResponse()
			.getContentAsString();
		Matcher next = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(page);
		assertThat(next.find()).isTrue();
		this.mvc.perform(get(URI.create(next.group(1).replace("&amp;", "&"))).with(user("MASH_OFFICER")))
			.andExpect(content().string(containsString("1 further alert: the last one")))
			.andExpect(content().string(containsString("Back to the beginning")))
			.andExpect(content().string(not(containsString("Show what comes next"))));
		this.jdbc.sql("DELETE FROM alert WHERE area = 'parts'").update();
	}

	@Test
	void aLaterPartThatHasBecomeEmptySaysThatNothingMoreComesAndNotThatThereIsNothing() throws Exception {
		manyAlerts("parts", Part.USUAL + 1);
		String page = this.mvc.perform(get("/?area=parts").with(user("MASH_OFFICER")))
			.andReturn()
			.getResponse()
			.getContentAsString();
		Matcher next = Pattern.compile("rel=\"next\" href=\"/\\?([^\"]+)\"").matcher(page);
		assertThat(next.find()).isTrue();
		String later = next.group(1).replace("&amp;", "&");
		this.jdbc.sql("DELETE FROM alert WHERE area = 'parts'").update();

		for (String path : List.of("/?" + later, "/alerts/list?" + later, "/?" + later.replace("show=", "show=closed"),
				"/reviews?after=" + place("-1000000", UUID.randomUUID().toString()),
				"/quarantine?after=" + place("2000-01-01T00:00:00Z", "topic", "0", "0", "INTAKE"))) {
			this.mvc.perform(get(URI.create(path)).with(user("MASH_OFFICER")))
				.andExpect(status().isOk())
				.andExpect(content().string(containsString("Nothing more comes after this place.")))
				.andExpect(content().string(containsString("Back to the beginning")))
				.andExpect(content().string(not(containsString("There are no open alerts."))))
				.andExpect(content().string(not(containsString("No alert has ended yet."))))
				.andExpect(content().string(not(containsString("further alert"))))
				.andExpect(content().string(not(containsString("No link waits for a check."))))
				.andExpect(content().string(not(containsString("Nothing is set aside."))));
		}
	}

	@Test
	void aListThatShowsSomethingDoesNotSayThatNothingComes() throws Exception {
		for (String path : List.of("/", "/alerts/list", "/?show=closed", "/reviews", "/quarantine")) {
			this.mvc.perform(get(path).with(user("MASH_OFFICER")))
				.andExpect(status().isOk())
				.andExpect(content().string(not(containsString("Nothing more comes after this place."))));
		}
	}

	/** Where a tag is replaced, its own condition goes with it before it is asked. */
	@Test
	void noTagThatIsReplacedHasACondition() throws Exception {
		List<Resource> templates = List
			.of(new PathMatchingResourcePatternResolver().getResources("classpath:/templates/console/*.html"));
		assertThat(templates).hasSizeGreaterThan(10);
		Pattern both = Pattern
			.compile("<[^>]*th:(if|unless|each)=[^>]*th:replace=|<[^>]*th:replace=[^>]*th:(if|unless|each)=");
		for (Resource template : templates) {
			assertThat(template.getContentAsString(StandardCharsets.UTF_8)).as(template.getFilename())
				.doesNotContainPattern(both);
		}
	}

	@Test
	void thatNoAlertIsOfAnAreaOrColourDoesNotSayThatThereIsNone() throws Exception {
		for (String chosen : List.of("area=nowhere", "area=nowhere&colour=GREEN")) {
			this.mvc.perform(get(URI.create("/?" + chosen)).with(user("MASH_OFFICER")))
				.andExpect(content().string(containsString("No open alert is of the area and colour that you chose.")))
				.andExpect(content().string(containsString("No open alerts among those that you chose")))
				.andExpect(content().string(not(containsString("There are no open alerts."))));
			this.mvc.perform(get(URI.create("/?show=closed&" + chosen)).with(user("MASH_OFFICER")))
				.andExpect(content().string(containsString("No ended alert is of the area and colour that you chose.")))
				.andExpect(content().string(not(containsString("No alert has ended yet."))));
		}
	}

	private static String place(String... values) {
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString(String.join("\n", values).getBytes(StandardCharsets.UTF_8));
	}

	private void manyAlerts(String area, int count) {
		this.jdbc
			.sql("""
					INSERT INTO alert (alert_id, record_key, area, child_id, state, colour, due_at, raised_at, revision, body,
					                   log_offset)
					SELECT id, 'many', :area, child_id, state, colour, due_at, raised_at, revision,
					       body || jsonb_build_object('alertId', id, 'area', CAST(:area AS text)), log_offset
					FROM alert, (SELECT gen_random_uuid() AS id FROM generate_series(1, :count)) AS ids WHERE alert_id = :red
					""")
			.param("area", area)
			.param("count", count)
			.param("red", Samples.id("red"))
			.update();
	}

	/** Written anew with {@code -Dopenapi.write=true}. */
	@Test
	void theApiIsDescribedAsItStandsInTheDocument() throws Exception {
		JsonMapper json = JsonMapper.builder()
			.enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, SerializationFeature.INDENT_OUTPUT)
			.build();
		String served = json
			.writeValueAsString(json.readValue(this.mvc.perform(get("/v3/api-docs").with(user("MASH_OFFICER")))
				.andReturn()
				.getResponse()
				.getContentAsString(), Object.class)) + "\n";
		Path document = Path.of("..", "..", "docs", "openapi", "console.json");
		if (Boolean.getBoolean("openapi.write")) {
			Files.writeString(document, served);
		}

		assertThat(document).hasContent(served);
	}

	@Test
	void readingScopeCannotDecide() throws Exception {
		this.mvc
			.perform(post("/api/alerts/{id}/decisions", Samples.id("red")).with(scope("hub:read"))
				.contentType(MediaType.APPLICATION_JSON)
				.content("{\"outcome\":\"NEW_CONTACT\"}"))
			.andExpect(status().isForbidden());
		this.mvc
			.perform(post("/api/alerts/{id}/decisions", Samples.id("red")).with(scope("hub:operate"))
				.contentType(MediaType.APPLICATION_JSON)
				.content("{\"outcome\":\"NEW_CONTACT\"}"))
			.andExpect(status().isAccepted())
			.andExpect(jsonPath("$.state").value("PENDING"));
	}

	@Test
	void theApiTakesADecisionAboutTheRevisionThatStandsAndNoOther() throws Exception {
		this.feeding.publish(Samples.id("read").toString(),
				Samples.alert("read", 2, AlertState.REVISED, Colour.RED, Samples.NOW.plus(Duration.ofHours(8))));

		for (String other : List.of("\"revision\":1", "\"revision\":2,\"epoch\":\"epoch-0\"")) {
			this.mvc
				.perform(post("/api/alerts/{id}/decisions", Samples.id("read")).with(scope("hub:operate"))
					.contentType(MediaType.APPLICATION_JSON)
					.content("{\"outcome\":\"TAKEN\"," + other + "}"))
				.andExpect(status().isConflict())
				.andExpect(jsonPath("$.detail").value(containsString("has changed since")));
		}
		assertThat(decided("read")).isEmpty();
		for (String standing : List.of("", ",\"revision\":2,\"epoch\":\"epoch-1\"")) {
			this.mvc
				.perform(post("/api/alerts/{id}/decisions", Samples.id("read")).with(scope("hub:operate"))
					.contentType(MediaType.APPLICATION_JSON)
					.content("{\"outcome\":\"TAKEN\"" + standing + "}"))
				.andExpect(status().isAccepted());
		}
		assertThat(decided("read")).extracting((decided) -> decided.getRevision().orElse(null))
			.containsExactly(null, 2);
	}

	@Test
	void aReceiptIsTheHubsOwnWhateverItsSenderChose() throws Exception {
		// It could be the receipt of a record that an agency has sent, or serve twice.
		UUID chosen = Samples.id("receipt-police");
		this.feeding.publish("chosen", Samples.review("chosen", true));
		Set<String> receipts = new HashSet<>();
		for (String name : List.of("one", "other", "one")) {
			this.feeding.publish(Samples.id(name).toString(),
					Samples.alert(name, 1, AlertState.RAISED, Colour.RED, Samples.NOW.plus(Duration.ofHours(8))));
			receipts.add(receipt(post("/api/alerts/{id}/decisions", Samples.id(name)),
					"{\"outcome\":\"TAKEN\",\"receiptId\":\"" + chosen + "\"}"));
		}
		receipts.add(receipt(post("/api/reviews/{id}/answers", Samples.id("chosen")),
				"{\"verdict\":\"SAME\",\"reason\":\"Known.\",\"receiptId\":\"" + chosen + "\"}"));

		assertThat(receipts).hasSize(3).doesNotContain(chosen.toString());
		for (String name : List.of("one", "other")) {
			assertThat(decided(name)).singleElement()
				.satisfies((decided) -> assertThat(receipts).contains(decided.getReceiptId().toString()));
		}
		assertThat(this.jdbc.sql("SELECT receipt_id FROM link_answer WHERE review_id = :review")
			.param("review", Samples.id("chosen"))
			.query(String.class)
			.list()).singleElement().satisfies((receipt) -> assertThat(receipts).contains(receipt));
	}

	@Test
	void aDecisionSentAgainIsAnsweredAsBeforeWhateverHasBecomeOfTheAlert() throws Exception {
		Alert.Builder alert = Samples.alertBuilder("retry", 1, AlertState.RAISED, Colour.RED,
				Samples.NOW.plus(Duration.ofHours(8)));
		String body = "{\"outcome\":\"TAKEN\",\"revision\":1,\"receiptId\":\"" + UUID.randomUUID() + "\"}";
		Set<String> receipts = new HashSet<>();
		for (AlertState state : List.of(AlertState.RAISED, AlertState.REVISED, AlertState.CLOSED)) {
			this.feeding.publish(Samples.id("retry").toString(), alert.setState(state).build());
			receipts.add(receipt(post("/api/alerts/{id}/decisions", Samples.id("retry")), body));
			alert.setRevision(alert.getRevision() + 1);
		}

		assertThat(receipts).hasSize(1);
		assertThat(decided("retry")).hasSize(1);
	}

	private String receipt(MockHttpServletRequestBuilder request, String body) throws Exception {
		return JsonPath.read(this.mvc
			.perform(request.with(scope("hub:operate")).contentType(MediaType.APPLICATION_JSON).content(body))
			.andExpect(status().isAccepted())
			.andReturn()
			.getResponse()
			.getContentAsString(), "$.receiptId");
	}

	@Test
	void takingAndEndingFromOnePageAreTwoDecisions() throws Exception {
		this.feeding.publish(Samples.id("back").toString(),
				Samples.alert("back", 1, AlertState.RAISED, Colour.RED, Samples.NOW.plus(Duration.ofHours(8))));
		Matcher receipts = RECEIPT
			.matcher(this.mvc.perform(get("/alerts/{id}", Samples.id("back")).with(user("MASH_OFFICER")))
				.andReturn()
				.getResponse()
				.getContentAsString());

		assertThat(receipts.results().map((found) -> found.group(1)).toList()).hasSize(2).doesNotHaveDuplicates();
	}

	@Test
	void unknownThingsAreProblemDetails() throws Exception {
		this.mvc.perform(get("/api/alerts/{id}", UUID.randomUUID()).with(scope("hub:read")))
			.andExpect(status().isNotFound())
			.andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
	}

	private long audited() {
		return this.jdbc.sql("SELECT count(*) FROM access_audit").query(Long.class).single();
	}

	private static RequestPostProcessor user(String role) {
		return oidcLogin().idToken((token) -> token.subject("officer").claim("name", "Olu Officer"))
			.authorities(new SimpleGrantedAuthority("ROLE_" + role));
	}

	private static RequestPostProcessor scope(String scope) {
		return (request) -> {
			request.addHeader("Authorization", "Bearer " + scope.replace(':', '.'));
			return request;
		};
	}

}
