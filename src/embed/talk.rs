//! The conversation with one page: who it is, what it may know, what it knows already.

use super::{Asked, Config, Consent, Heard, News, Origin, Report};

/// The conversation. It decides what is heard and what is told; the edge carries it.
#[derive(Clone, Debug, Default)]
pub struct Talk {
    config: Config,
    partner: Option<Origin>,
    consent: Consent,
    /// How far the learner is, told or not.
    report: Option<Report>,
    /// The last of each type that was told.
    told: Vec<News>,
}

impl Talk {
    /// A conversation with whoever of these greets first.
    pub fn new(config: Config) -> Talk {
        Talk { config, ..Talk::default() }
    }

    /// The page that has greeted. Messages go to this origin only.
    pub fn partner(&self) -> Option<&Origin> {
        self.partner.as_ref()
    }

    /// Whether a message from a page of this origin can be of interest.
    pub fn listens_to(&self, origin: &str) -> bool {
        let listed = self.config.allowed(origin);
        listed.is_some_and(|listed| self.partner.as_ref().is_none_or(|partner| partner == listed))
    }

    /// Hears a message (the JSON of what was posted) from a page of `origin`. Before a greeting from a listed origin,
    /// and from any other page after it, everything is ignored.
    pub fn hear(&mut self, origin: &str, text: &str) -> Heard {
        let listed = self.config.allowed(origin).filter(|_| self.listens_to(origin));
        let Some(listed) = listed else { return Heard::Ignored };
        let heard = Heard::read(text);
        match (&heard, &self.partner) {
            // The page may have been loaded anew and know nothing.
            (Heard::Asked(Asked::Hello { .. }), _) => {
                self.partner = Some(listed.clone());
                self.told.clear();
                heard
            }
            (_, Some(_)) => heard,
            (_, None) => Heard::Ignored,
        }
    }

    /// What is to be told now; empty where nobody is there, the learner has not agreed, or it was told already.
    pub fn tell(&mut self, news: News) -> Vec<News> {
        self.new_ones(vec![news])
    }

    /// Takes in how far the learner is, and gives what of it is to be told now.
    pub fn report(&mut self, report: &Report) -> Vec<News> {
        self.report = Some(report.clone());
        self.new_ones(News::of(report))
    }

    /// Takes in what the learner said, and gives what is to be told now: with a yes, how far the learner is.
    pub fn consent(&mut self, consent: Consent) -> Vec<News> {
        self.consent = consent;
        if !consent.is_given() {
            self.told.retain(|news| !news.is_about_learner());
        }
        let known = self.report.as_ref().map(News::of).unwrap_or_default();
        self.new_ones(known)
    }

    fn new_ones(&mut self, news: Vec<News>) -> Vec<News> {
        let may = |news: &News| self.partner.is_some() && (self.consent.is_given() || !news.is_about_learner());
        let mut news: Vec<News> = news.into_iter().filter(may).collect();
        news.retain(|one| *one == News::Ready || is_position(one) || !self.told.contains(one));
        for one in &news {
            self.told.retain(|old| std::mem::discriminant(old) != std::mem::discriminant(one));
            self.told.push(one.clone());
        }
        news
    }
}

/// The learner may have scrolled away from the same position.
fn is_position(news: &News) -> bool {
    matches!(news, News::Position(_))
}
