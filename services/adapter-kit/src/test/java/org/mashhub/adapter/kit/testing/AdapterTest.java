package org.mashhub.adapter.kit.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestConstructor;

/** A test of a whole adapter, of which only the broker is not there. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(properties = "spring.config.name=adapter")
@AutoConfigureMockMvc
@Import(LogInMemory.class)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
public @interface AdapterTest {

}
