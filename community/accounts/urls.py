"""The addresses of accounts, in French, under the names by which allauth knows them.

What it offers and the site has no use for (signing up, several addresses, password links) is not
here.
"""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as app
from allauth.mfa.webauthn import views as keys
from django.urls import include, path, re_path
from django.views.generic import RedirectView

from .reauthentication import ReauthenticateByCodeView
from .views import (
    PasswordSignInView,
    PasswordView,
    RecoveryCodesView,
    SecurityView,
    SignInView,
    no_account,
    to_sign_in,
)

sign_in = SignInView.as_view()

entering = [
    path("", sign_in, name="account_login"),
    # The same page: allauth knows it by two names.
    path("", sign_in, name="account_request_login_code"),
    path("code/", account.confirm_login_code, name="account_confirm_login_code"),
    path("mot-de-passe/", PasswordSignInView.as_view(), name="account_login_password"),
    path("cle/", keys.login_webauthn, name="mfa_login_webauthn"),
    path("second-facteur/", mfa.authenticate, name="mfa_authenticate"),
]
asked_again = [
    path("", account.reauthenticate, name="account_reauthenticate"),
    path("code/", ReauthenticateByCodeView.as_view(), name="account_reauthenticate_code"),
    path("cle/", keys.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("second-facteur/", mfa.reauthenticate, name="mfa_reauthenticate"),
]
security = [
    path("", SecurityView.as_view(), name="mfa_index"),
    path("application/activer/", app.activate_totp, name="mfa_activate_totp"),
    path("application/retirer/", app.deactivate_totp, name="mfa_deactivate_totp"),
    path("codes/", RecoveryCodesView.as_view(), name="mfa_view_recovery_codes"),
    path("codes/renouveler/", codes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("codes/telecharger/", codes.download_recovery_codes, name="mfa_download_recovery_codes"),
    path("cles/", keys.list_webauthn, name="mfa_list_webauthn"),
    path("cles/ajouter/", keys.add_webauthn, name="mfa_add_webauthn"),
    path("cles/<int:pk>/nommer/", keys.edit_webauthn, name="mfa_edit_webauthn"),
    path("cles/<int:pk>/retirer/", keys.remove_webauthn, name="mfa_remove_webauthn"),
]
urlpatterns = [
    path("", RedirectView.as_view(pattern_name="space"), name="account"),
    path("connexion/", include(entering)),
    path("deconnexion/", account.logout, name="account_logout"),
    path("ferme/", account.account_inactive, name="account_inactive"),
    path("pas-encore/", no_account, name="account_signup"),
    path("confirmer/", include(asked_again)),
    path("mot-de-passe/", PasswordView.as_view(), name="account_change_password"),
    path("securite/", include(security)),
]
# Before Wagtail's own, whose addresses they take.
shadowed_in_admin = [
    path("admin/login/", to_sign_in, name="not_admin_login"),
    re_path(r"^admin/password_reset/", to_sign_in, name="not_admin_password_reset"),
]
shadowed_on_site = [path("_util/login/", to_sign_in, name="not_wagtail_login")]
