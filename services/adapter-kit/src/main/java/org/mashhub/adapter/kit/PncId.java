package org.mashhub.adapter.kit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;

/** A text that is null or a Police National Computer id whose check letter fits. */
@Documented
@Target({ ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE })
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = PncIdValidator.class)
public @interface PncId {

	String message() default "is not a PNC id | Send year, slash, serial number and check letter, for example 2012/1234567C; check for a transposed digit.";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

}
