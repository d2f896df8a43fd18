// Customer is your type of who is signed in; with a FuncMap, pages show {{reamazeUser .Customer}}.
// The secret is read from the environment variable REAMAZE_SSO_SECRET.
package main

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"html/template"
	"os"
	"regexp"
	"strings"
)

var e164 = regexp.MustCompile(`^\+[1-9][0-9]{1,14}$`)

var userScript = template.Must(template.New("user").Parse(
	`<script>_support['user'] = {{.}};</script>`))

func reamazeUser(customer *Customer) (template.HTML, error) {
	secret := os.Getenv("REAMAZE_SSO_SECRET")
	if customer == nil || secret == "" {
		return "", nil
	}
	id, email := validText(customer.ID), validText(customer.Email)
	if id == "" || email == "" {
		return "", nil
	}
	mac := hmac.New(sha256.New, []byte(secret))
	mac.Write([]byte(id + ":" + email))
	user := map[string]any{
		"id":      id,
		"email":   email,
		"name":    validText(customer.Name),
		"phone":   e164.FindString(validText(customer.Phone)),
		"avatar":  validText(customer.Avatar),
		"authkey": hex.EncodeToString(mac.Sum(nil)),
	}
	for field, value := range user {
		if value == "" {
			delete(user, field)
		}
	}
	// user["data"] = map[string]string{"Total spent": validText(customer.Total)} // beside conversations
	var script strings.Builder
	err := userScript.Execute(&script, user)
	return template.HTML(script.String()), err
}

func validText(value any) string {
	if value == nil {
		return ""
	}
	return strings.ToValidUTF8(fmt.Sprint(value), "\uFFFD")
}
