package org.mashhub.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.LocatorAssertions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;
import org.mashhub.console.feed.Feeding;
import org.mashhub.console.feed.LedgerFeeding;
import org.mashhub.console.ledger.Backlog;
import org.mashhub.event.common.v1.HandlingCode;
import org.mashhub.hub.v1.AlertState;
import org.mashhub.hub.v1.Colour;
import org.mashhub.hub.v1.NotificationState;
import org.mashhub.testinfrastructure.RealInfrastructure;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.assertj.core.api.Assertions.assertThat;

/** The pages in a real browser. Skipped where there is no Chromium. */
@SpringBootTest(classes = ConsoleService.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "spring.config.name=console", "spring.kafka.listener.auto-startup=false",
				"spring.kafka.consumer.value-deserializer=org.mashhub.console.RawAvroDeserializer",
				"hub.console.client-secret=test-secret", "hub.console.outbox-interval=1h" })
@Import({ Feeding.class, LedgerFeeding.class, ConsoleBrowserIT.TestSignIn.class })
@RealInfrastructure
class ConsoleBrowserIT {

	private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

	private static final Path PICTURES = Path.of("target/screenshots");

	private static final List<String> FLAGS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
			"--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync");

	private static final LocatorAssertions.HasCountOptions PATIENTLY = new LocatorAssertions.HasCountOptions()
		.setTimeout(20_000);

	private static @Nullable Playwright playwright;

	private static @Nullable Browser browser;

	private final List<String> consoleMessages = new CopyOnWriteArrayList<>();

	@LocalServerPort
	int port;

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

	@BeforeAll
	static void open() throws IOException {
		Assumptions.assumeTrue(Files.isExecutable(CHROMIUM), "no Chromium at " + CHROMIUM);
		Files.createDirectories(PICTURES);
		playwright = Playwright
			.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
		browser = playwright.chromium()
			.launch(new BrowserType.LaunchOptions().setExecutablePath(CHROMIUM).setArgs(FLAGS));
	}

	@AfterAll
	static void close() {
		if (playwright != null) {
			playwright.close();
		}
	}

	@BeforeEach
	void family() {
		this.feeding.publish(Samples.AREA, Samples.area());
		this.feeding.publish("m", Samples.linked("mention-man", Samples.MAN));
		this.feeding.publish("m2", Samples.linked("mention-unsure", Samples.UNSURE));
		this.feeding.publish(Samples.CHILD.toString(), Samples.picture());
		this.feeding.publish("c1", Samples.entry("1", "police", "Incident logged: assault, suspect",
				HandlingCode.MASH_ONLY, "mention-man"));
		this.feeding.publish("c2",
				Samples.entry("2", "housing", "Household moved in", HandlingCode.STANDARD, "mention-man"));
		this.feeding.publish("c3", Samples.entry("3", "police", "About Daz", HandlingCode.STANDARD, "mention-unsure"));
		this.feeding.publish("n", Samples.told(NotificationState.SENT));
		this.feeding.publish("r", Samples.applied("red1", "red"));
		this.feeding.publish("review", Samples.review());
		this.ledger.read(this.ledger.declared("police", "WMP", 1, Samples.NOW),
				this.ledger.accepted("waiting", "GP1", Samples.NOW, null));
		alert("red", Colour.RED, Duration.ofHours(8));
		alert("late", Colour.AMBER, Duration.ofHours(-2));
	}

	@Test
	void alertsAppearByThemselvesSoonestFirst() {
		try (BrowserContext context = context(1280)) {
			Page page = signIn(context);
			assertThat(page.locator(".mash-alert").first()).containsText("Closure challenge");
			assertThat(page.locator("#live-text")).hasText("Updates by itself");
			int before = page.locator(".mash-alert").count();

			alert("fresh", Colour.GREEN, Duration.ofDays(3));

			// While the hub is behind, as it is here, lists are told of changes every
			// five seconds only.
			assertThat(page.locator(".mash-alert")).hasCount(before + 1, PATIENTLY);
			assertThat(page.locator("#summary")).containsText(before + 1 + " open alerts");
			check(page, "alerts");
			this.feeding.publish("org-less", Samples.alert("fresh", 2, AlertState.CLOSED, Colour.GREEN, Samples.NOW));
			assertThat(page.locator(".mash-alert")).hasCount(before, PATIENTLY);
		}
	}

	@Test
	void officerOpensAnAlertTakesItAndEndsIt() {
		alert("work", Colour.RED, Duration.ofHours(5));
		try (BrowserContext context = context(1280)) {
			Page page = signIn(context);
			page.locator("#alert-" + Samples.id("work")).click();
			check(page, "alert");
			page.getByText("Take it", new Page.GetByTextOptions().setExact(true)).click();
			assertThat(page.locator(".govuk-notification-banner")).containsText("You have taken this alert");
			assertThat(page.locator("#being-applied")).isVisible();
			page.getByText("End the alert").click();
			assertThat(page.locator(".govuk-error-summary")).containsText("Choose an outcome");
			check(page, "alert-error");
			page.getByLabel("Passed to the worker").check();
			page.getByText("End the alert").click();
			assertThat(page.locator(".govuk-notification-banner")).containsText("The outcome is recorded");
			check(page, "alert-ended");
		}
	}

	@Test
	void everyOtherPagePassesTheAccessibilityCheck() {
		try (BrowserContext context = context(1280)) {
			Page page = signIn(context);
			for (String path : List.of("children/" + Samples.CHILD, "reviews", "quarantine", "feeds", "?show=closed",
					"signed-out", "alerts/" + Samples.id("nothing"))) {
				Response answer = Objects.requireNonNull(page.navigate(base() + path));
				assertEquals(path.startsWith("alerts/") ? 404 : 200, answer.status(), path);
				check(page, path.replaceAll("[^a-z]+", "-").replaceAll("^-|-$", ""));
			}
		}
	}

	@Test
	void aChronologySaysWhomEachRecordIsAboutOnASmallScreenToo() {
		Samples.familyOfAva().forEach(this.feeding::publish);
		for (int width : new int[] { 1280, 360 }) {
			try (BrowserContext context = context(width)) {
				Page page = signIn(context);
				page.navigate(base() + "children/" + Samples.AVA);
				assertThat(page.locator("tr:has-text('Status: child in need') .mash-said__about"))
					.hasText("About Noah Sample (other child of the family)");
				assertThat(page.locator("body").boundingBox().width).isLessThanOrEqualTo(width);
				check(page, "child-about-" + width);
			}
		}
	}

	@Test
	void anOpenListSaysByItselfThatTheHubIsBehindAndThatItIsNoMore() {
		this.jdbc.sql("DELETE FROM open_receipt").update();
		this.backlog.refresh();
		LocatorAssertions.HasCountOptions inTime = new LocatorAssertions.HasCountOptions().setTimeout(30_000);
		try (BrowserContext context = context(1280)) {
			Page page = signIn(context);
			page.navigate(base());
			assertThat(page.locator("#behind .mash-behind")).hasCount(0);
			this.ledger.read(this.ledger.accepted("late", "WMP", Samples.NOW, null));
			this.backlog.refresh();
			assertThat(page.locator("#behind .mash-behind")).hasCount(1, inTime);
			assertThat(page.locator("#behind-detail")).containsText("1 record that an agency has sent");
			check(page, "behind");
			ConsumerRecord<String, byte[]> entry = this.ledger.logged("late", "north", 0, 1, Samples.NOW);
			this.ledger.read(entry, this.ledger.applied("late", entry));
			this.backlog.refresh();
			assertThat(page.locator("#behind .mash-behind")).hasCount(0, inTime);
		}
	}

	@Test
	void othersThanMashOfficersReadWhyTheyCannotGoOn() {
		try (BrowserContext context = context(1280)) {
			Page page = context.newPage();
			page.navigate(base() + "test-sign-in?role=LEAD_PROFESSIONAL");
			page.navigate(base());
			assertThat(page.locator("h1")).hasText("You cannot see this page");
			check(page, "forbidden");
		}
	}

	@Test
	void anOfficerAnswersAQuestionWithTheKeyboardAlone() {
		this.feeding.publish("review", Samples.review());
		try (BrowserContext context = context(1280)) {
			Page page = signIn(context);
			page.navigate(base() + "reviews/" + Samples.id("review"));
			check(page, "review");
			page.locator("button:has-text('Record the answer')").press("Enter");
			assertThat(page.locator(".govuk-error-summary")).containsText("Choose whether they are one person");
			check(page, "review-wrong");
			page.locator(".govuk-error-summary a").press("Enter");
			assertThat(page.locator("#verdict")).isFocused();
			page.keyboard().press("Space");
			page.keyboard().press("ArrowDown");
			page.keyboard().press("Tab");
			assertThat(page.locator("#reason")).isFocused();
			page.keyboard().type("The health visitor met both.");
			page.keyboard().press("Tab");
			page.keyboard().press("Enter");
			assertThat(page.locator(".govuk-notification-banner")).containsText("Your answer is recorded");
			assertThat(page.locator("#being-applied")).isVisible();
			assertThat(page.locator(".mash-history")).containsText("Different people");
			check(page, "review-answered");
			page.navigate(base() + "reviews");
			check(page, "reviews-answered");
		}
	}

	@Test
	void aQuestionIsAnsweredWithoutScriptsOnASmallScreen() {
		this.feeding.publish("review", Samples.review());
		try (BrowserContext context = browser()
			.newContext(new Browser.NewContextOptions().setViewportSize(360, 800).setJavaScriptEnabled(false))) {
			Page page = signIn(context);
			page.navigate(base() + "reviews/" + Samples.id("review"));
			assertThat(page.locator("body").boundingBox().width).isLessThanOrEqualTo(360);
			page.locator("label:has-text('Cannot tell yet')").click();
			page.locator("#reason").fill("No description.");
			page.locator("button:has-text('Record the answer')").click();
			assertThat(page.locator(".mash-history").first()).containsText("Cannot tell yet");
			page.screenshot(
					new Page.ScreenshotOptions().setPath(PICTURES.resolve("review-small.png")).setFullPage(true));
		}
	}

	@Test
	void pagesFitASmallScreenAndWorkWithoutScripts() {
		try (BrowserContext context = browser()
			.newContext(new Browser.NewContextOptions().setViewportSize(360, 800).setJavaScriptEnabled(false))) {
			Page page = signIn(context);
			assertThat(page.locator("#live-text")).hasText("Reload the page to see new alerts.");
			page.screenshot(
					new Page.ScreenshotOptions().setPath(PICTURES.resolve("alerts-small.png")).setFullPage(true));
			page.locator("#alert-" + Samples.id("red")).click();
			assertThat(page.locator("h1")).containsText("Child A, 3 months");
			page.screenshot(
					new Page.ScreenshotOptions().setPath(PICTURES.resolve("alert-small.png")).setFullPage(true));
			assertThat(page.locator("body").boundingBox().width).isLessThanOrEqualTo(360);
		}
	}

	@AfterEach
	void scriptsStyleAndFontsAreOurOwn() {
		assertThat(this.consoleMessages).noneMatch((message) -> message.contains("Content Security Policy"));
	}

	private void alert(String name, Colour colour, Duration due) {
		this.feeding.publish(Samples.id(name).toString(),
				Samples.alert(name, 1, AlertState.RAISED, colour, Samples.NOW.plus(due)));
	}

	private BrowserContext context(int width) {
		return browser().newContext(new Browser.NewContextOptions().setViewportSize(width, 900));
	}

	private static Browser browser() {
		if (browser == null) {
			throw new IllegalStateException("no browser");
		}
		return browser;
	}

	private String base() {
		return "http://127.0.0.1:" + this.port + "/";
	}

	private Page signIn(BrowserContext context) {
		Page page = context.newPage();
		page.onConsoleMessage((message) -> this.consoleMessages.add(message.text()));
		page.navigate(base() + "test-sign-in");
		page.navigate(base());
		return page;
	}

	private static void check(Page page, String name) {
		page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")).setFullPage(true));
		var found = new AxeBuilder(page).withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
			.analyze()
			.getViolations();
		assertThat(found.stream().map((each) -> each.getId() + ": " + each.getNodes()).toList()).as(name).isEmpty();
	}

	/** Stands in for the identity provider, in tests alone. */
	@TestConfiguration(proxyBeanMethods = false)
	@RestController
	static class TestSignIn {

		@Bean
		@Order(0)
		SecurityFilterChain testSignInIsOpen(HttpSecurity http) {
			return http.securityMatcher("/test-sign-in")
				.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
				.build();
		}

		@GetMapping("/test-sign-in")
		String signIn(@RequestParam(defaultValue = "MASH_OFFICER") String role, HttpServletRequest request,
				HttpServletResponse response) {
			SecurityContext context = SecurityContextHolder.createEmptyContext();
			context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated("Olu Officer", "",
					AuthorityUtils.createAuthorityList("ROLE_" + role)));
			new HttpSessionSecurityContextRepository().saveContext(context, request, response);
			return "signed in";
		}

	}

}
