"""The addresses at which people sign in and look after their account."""

from django.urls import path

from config.records.accounts import token_pages, views

urlpatterns = [
    path("", views.Account.as_view(), name="account"),
    path("sign-in/", views.SignIn.as_view(), name="sign-in"),
    path("code/", views.Code.as_view(), name="code"),
    path("second-factor/", views.SecondFactor.as_view(), name="second-factor"),
    path("confirm/", views.Confirm.as_view(), name="confirm"),
    path("password/", views.Password.as_view(), name="password"),
    path("recovery-codes/", views.RecoveryCodes.as_view(), name="recovery-codes"),
    path("tokens/", token_pages.Tokens.as_view(), name="tokens"),
    path("tokens/<int:pk>/revoke/", token_pages.Revoke.as_view(), name="revoke-token"),
    path("end-others/", views.EndOthers.as_view(), name="end-others"),
    path("sign-out/", views.SignOut.as_view(), name="sign-out"),
]
